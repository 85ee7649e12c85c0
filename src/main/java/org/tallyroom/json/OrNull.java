package org.tallyroom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** Writes what is present, or {@code null}: the contract has nulls, the program has none. */
final class OrNull<T> extends StdSerializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<T, Optional<?>> content;

    /** @param type the class whose parameters {@code T} fills in: a class literal cannot */
    OrNull(Class<?> type, Function<T, Optional<?>> content) {
        super(type, false);
        this.content = content;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
        Optional<?> held = content.apply(value);
        if (held.isPresent()) {
            provider.defaultSerializeValue(held.get(), json);
        } else {
            json.writeNull();
        }
    }
}
