package org.tallyroom.message;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Says a {@link Message} in a language. A key without a sentence is our mistake and throws. */
public final class Sentences {

    private final Language language;

    private Sentences(Language language) {
        this.language = language;
    }

    public static Sentences in(Language language) {
        return new Sentences(language);
    }

    public Language language() {
        return language;
    }

    public String say(String key, Object... arguments) {
        return say(Message.of(key, arguments));
    }

    /** Numbers are written without grouping marks: a clerk copies them into a form. */
    public String say(Message message) {
        String pattern = bundle(message.key()).getString(message.key());
        Object[] spoken = message.arguments().stream().map(this::speak).toArray();
        return new MessageFormat(pattern, language.locale()).format(spoken);
    }

    private String speak(Object argument) {
        return argument instanceof Message nested ? say(nested) : String.valueOf(argument);
    }

    private ResourceBundle bundle(String key) {
        String room = key.substring(0, key.indexOf('.'));
        return ResourceBundle.getBundle("org.tallyroom.message." + room, language.locale(), NO_FALLBACK);
    }

    /** Without this a missing English text would silently come out in the language of the machine. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}
