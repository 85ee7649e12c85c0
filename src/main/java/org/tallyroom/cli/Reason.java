package org.tallyroom.cli;

import org.tallyroom.message.Message;
import org.tallyroom.station.Refusal;
import picocli.CommandLine.Option;

/** The reason that the record keeps beside what people did to it. */
final class Reason {

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "cli.option.reason")
    private String text = "";

    /** @param key of the sentence that says for what a reason is needed */
    String orRefuse(String key) {
        if (text.isBlank()) {
            throw new Refusal(Message.of(key));
        }
        return text;
    }
}
