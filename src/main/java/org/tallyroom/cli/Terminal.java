package org.tallyroom.cli;

import java.io.PrintStream;
import org.tallyroom.json.Json;
import org.tallyroom.message.Message;
import org.tallyroom.message.Sentences;

/** Where a command speaks: results to one stream, everything else to the other, in the user's language. */
record Terminal(PrintStream out, PrintStream err, Sentences sentences) {

    /** A result, as text. */
    void say(String key, Object... arguments) {
        out.println(sentences.say(key, arguments));
    }

    void print(String text) {
        out.println(text);
    }

    /** A JSON document, or one line of them; on the disk or the pipe when this returns. */
    void json(Object document) {
        out.println(Json.text(document));
        out.flush();
    }

    /** Something to know that is no result. */
    void tell(Message message) {
        err.println(sentences.say(message));
        err.flush();
    }
}
