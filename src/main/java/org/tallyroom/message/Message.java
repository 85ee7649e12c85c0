package org.tallyroom.message;

import java.util.List;

/**
 * A sentence before a language is chosen.
 *
 * @param key {@code <package>.<name>}; the part before the first dot names the bundle {@code <package>_zh.properties}
 * @param arguments strings, numbers or further messages, filled into {@code {0}}, {@code {1}} …
 */
public record Message(String key, List<Object> arguments) {

    public Message {
        if (key.indexOf('.') < 1) {
            throw new IllegalArgumentException("a message key is <package>.<name>: " + key);
        }
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }
}
