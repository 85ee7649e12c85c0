package org.tallyroom.calibration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tallyroom.form.Form;
import org.tallyroom.form.FormDefinition;
import org.tallyroom.form.ParsedForm;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.layout.Subject;
import org.tallyroom.layout.TextMetrics;
import org.tallyroom.layout.Typesetter;
import org.tallyroom.meeting.DefinitionHash;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.meeting.MeetingDefinition;
import org.tallyroom.sheetcode.CodeSeal;
import org.tallyroom.sheetcode.SheetCode;
import org.tallyroom.sheetcode.ShortCode;

/**
 * The sheet that measures printer, pens and scanner: a form whose rows say how to fill them in. Its codes are sealed
 * with a key that everybody knows, so that no meeting ever takes it for a sheet of its own.
 */
public final class CalibrationSheet {

    private static final String KEY = "the calibration sheet's key is no secret";
    private static final int TOKEN_BYTES = 12;

    private final FormLayout layout;
    private final CodeSeal seal;

    private CalibrationSheet(FormLayout layout, CodeSeal seal) {
        this.layout = layout;
        this.seal = seal;
    }

    /** @throws IllegalArgumentException when the definitions, which are the program's own, are wrong */
    public static CalibrationSheet of(String formYaml, String meetingYaml, TextMetrics metrics) {
        ParsedForm parsed = FormDefinition.parse("form.yaml", formYaml);
        Meeting meeting = MeetingDefinition.of("meeting.yaml", meetingYaml)
                .parse(List.of(parsed), Optional.empty())
                .match(sound -> sound, problems -> {
                    throw new IllegalArgumentException(parsed.problems() + " " + problems);
                });
        Form form = parsed.form().orElseThrow();
        Map<String, Form> forms = Map.of(form.id(), form);
        Subject subject =
                Subject.of(meeting, meeting.units().get(0), meeting.respondentTypes().get(0), forms);
        FormLayout layout = Typesetter.layOut(subject, metrics).match(laidOut -> laidOut, misfits -> {
            throw new IllegalArgumentException(misfits.toString());
        });
        return new CalibrationSheet(
                layout, new CodeSeal(digest(KEY), meeting.id(), DefinitionHash.of(meeting, forms)));
    }

    public FormLayout layout() {
        return layout;
    }

    public CodeSeal seal() {
        return seal;
    }

    /** The one code of all calibration sheets. */
    public SheetCode code() {
        return new SheetCode(0, 0, 0, 1, true, HexFormat.of().formatHex(digest("token"), 0, TOKEN_BYTES));
    }

    public ShortCode shortCode() {
        return ShortCode.draw(digest("short code"));
    }

    /** What the row says when it is filled in as it asks: an option, or {@code blank}. */
    static String asked(String item) {
        return item.substring(0, item.indexOf('-'));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
