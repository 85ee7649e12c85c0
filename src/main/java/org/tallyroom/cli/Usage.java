package org.tallyroom.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import org.tallyroom.message.Sentences;
import picocli.CommandLine;

/** Help texts from the same bundles as every other sentence: picocli asks for them by keys of its own. */
final class Usage extends ResourceBundle {

    private final Map<String, String> texts = new HashMap<>();

    private Usage(Sentences sentences, String command) {
        ResourceBundle ours = ResourceBundle.getBundle(
                "org.tallyroom.message.cli",
                sentences.language().locale(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        for (String key : ours.keySet()) {
            if (key.startsWith("cli.option.")) {
                texts.put(key, sentences.say(key));
            } else if (key.startsWith("cli.usage.")) {
                texts.put(key.substring("cli.".length()), sentences.say(key));
            }
        }
        texts.put("usage.description", sentences.say("cli.help." + command));
    }

    static void explain(CommandLine command, Sentences sentences) {
        command.setResourceBundle(new Usage(sentences, command.getCommandName()));
        command.getSubcommands().forEach((name, sub) -> {
            sub.setResourceBundle(new Usage(sentences, name));
            sub.getSubcommands().forEach((verb, own) -> own.setResourceBundle(new Usage(sentences, name + "-" + verb)));
        });
    }

    @Override
    protected Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
