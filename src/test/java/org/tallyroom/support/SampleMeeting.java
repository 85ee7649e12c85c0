package org.tallyroom.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
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
import org.tallyroom.meeting.RespondentType;
import org.tallyroom.meeting.Unit;
import org.tallyroom.pdf.PrintFont;
import org.tallyroom.pdf.PrintedSheet;
import org.tallyroom.sheetcode.CodeSeal;
import org.tallyroom.sheetcode.SheetCode;
import org.tallyroom.sheetcode.ShortCode;

/** A meeting of the forms folder, ready to print: real definitions, real font, a fixed secret. */
public final class SampleMeeting {

    public static final PrintFont FONT = PrintFont.load();
    public static final TextMetrics METRICS = FONT.metrics();
    public static final byte[] KEY = "a secret that everybody knows...".getBytes(StandardCharsets.UTF_8);

    private final Meeting meeting;
    private final Map<String, Form> forms;
    private final String hash;
    private final CodeSeal seal;

    private SampleMeeting(Meeting meeting, Form form) {
        this.meeting = meeting;
        this.forms = Map.of(form.id(), form);
        this.hash = DefinitionHash.of(meeting, forms);
        this.seal = new CodeSeal(KEY, meeting.id(), hash);
    }

    public static SampleMeeting of(String folder) {
        return of(text(Path.of("forms", folder, "form.yaml")), text(Path.of("forms", folder, "meeting.yaml")));
    }

    public static SampleMeeting of(String formYaml, String meetingYaml) {
        ParsedForm form = FormDefinition.parse("form.yaml", formYaml);
        return MeetingDefinition.of("meeting.yaml", meetingYaml)
                .parse(List.of(form), Optional.empty())
                .match(meeting -> new SampleMeeting(meeting, form.form().orElseThrow()), problems -> {
                    throw new IllegalArgumentException(form.problems() + " " + problems);
                });
    }

    public Meeting meeting() {
        return meeting;
    }

    public Map<String, Form> forms() {
        return forms;
    }

    public String hash() {
        return hash;
    }

    public CodeSeal seal() {
        return seal;
    }

    public FormLayout layout(int unit, int type) {
        return Typesetter.layOut(subject(unit, type), METRICS).match(layout -> layout, problems -> {
            throw new IllegalArgumentException(problems.toString());
        });
    }

    public Subject subject(int unit, int type) {
        Unit u = meeting.units().get(unit);
        RespondentType t = meeting.respondentTypes().get(type);
        return Subject.of(meeting, u, t, forms);
    }

    public SheetCode code(int unit, int type, int page, int number) {
        int form = meeting.forms().indexOf(meeting.respondentTypes().get(type).form());
        String token = HexFormat.of().formatHex(digest("token " + unit + " " + type + " " + number), 0, 12);
        return new SheetCode(form, unit, type, page, false, token);
    }

    public PrintedSheet sheet(FormLayout layout, int unit, int type, int number) {
        List<String> codes = new ArrayList<>();
        for (int page = 1; page <= layout.pages().size(); page++) {
            codes.add(seal.seal(code(unit, type, page, number)));
        }
        return new PrintedSheet(layout, ShortCode.draw(digest("short " + unit + " " + type + " " + number)), codes);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
