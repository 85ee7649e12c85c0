package org.tallyroom.cli;

import java.io.PrintStream;
import java.util.List;
import org.tallyroom.definition.Problem;
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

    /** All that is wrong with a definition, as compilers write it, so that an editor can jump there; the exit code. */
    int problems(List<Problem> problems) {
        problems.forEach(problem -> err.println(line(problem)));
        tell(Message.of("cli.problems", problems.size()));
        return Exit.WRONG_USAGE;
    }

    private String line(Problem problem) {
        String where = problem.origin().line() > 0
                ? problem.origin().file() + ":" + problem.origin().line()
                : problem.origin().file();
        return where + ": " + sentences.say(problem.sentence());
    }

    /** Something to know that is no result. */
    void tell(Message message) {
        err.println(sentences.say(message));
        err.flush();
    }
}
