package org.tallyroom.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Records, maps, lists, strings and numbers as JSON text. An empty {@link Optional} is written as {@code null}. */
public final class Json {

    private static final ObjectMapper PLAIN = mapper().build();

    private static final ObjectMapper CANONICAL = mapper()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Json() {}

    /** One line, members in the order of the record or map. */
    public static String text(Object value) {
        return write(PLAIN, value);
    }

    /**
     * The one text of a value: members sorted by name, no white space, nothing escaped that need not be (RFC 8785 for
     * documents whose numbers are whole). Equal values give equal bytes, so that their digest may stand for them.
     */
    public static String canonical(Object value) {
        return write(CANONICAL, value);
    }

    /** @throws IllegalArgumentException when the text is no JSON or does not fit the type */
    public static <T> T read(String text, Class<T> type) {
        try {
            return PLAIN.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the JSON of a " + type.getSimpleName(), e);
        }
    }

    private static String write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    private static JsonMapper.Builder mapper() {
        SimpleModule optionals = new SimpleModule()
                .addSerializer(new OrNull<Optional<?>>(Optional.class, held -> held))
                .addSerializer(new OrNull<OptionalInt>(
                        OptionalInt.class, held -> held.isPresent() ? Optional.of(held.getAsInt()) : Optional.empty()))
                .addSerializer(new OrNull<OptionalLong>(
                        OptionalLong.class,
                        held -> held.isPresent() ? Optional.of(held.getAsLong()) : Optional.empty()));
        return JsonMapper.builder().addModule(optionals).disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }
}
