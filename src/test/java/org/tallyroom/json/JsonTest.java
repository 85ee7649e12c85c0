package org.tallyroom.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {

    record Row(String zebra, int ant, Optional<String> bee, Optional<Long> cat) {}

    @Test
    void theContractsNullsAreEmptyOptionals() {
        assertThat(Json.text(new Row("z", 1, Optional.empty(), Optional.of(2L))))
                .isEqualTo("{\"zebra\":\"z\",\"ant\":1,\"bee\":null,\"cat\":2}");
    }

    @Test
    void equalValuesHaveOneCanonicalText() {
        Map<String, Object> one = new LinkedHashMap<>(Map.of("好", 1));
        one.put("差", List.of(new Row("z", 1, Optional.of("b\"\n"), Optional.empty())));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("差", one.get("差"));
        other.put("好", 1);
        assertThat(Json.canonical(one))
                .isEqualTo(Json.canonical(other))
                .isEqualTo("{\"好\":1,\"差\":[{\"ant\":1,\"bee\":\"b\\\"\\n\",\"cat\":null,\"zebra\":\"z\"}]}");
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> Json.read("{", Map.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
