package org.tallyroom.meeting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.tallyroom.form.Form;

/**
 * The fingerprint of what was agreed: forms, scales, items, units, respondent types and counting rules; not headcounts,
 * spares, date or place, which may change until the last minute (trust.md §Identity). Comments and formatting of the
 * definitions do not matter.
 */
public final class DefinitionHash {

    private final StringBuilder canonical = new StringBuilder("tallyroom definition 1\n");

    private DefinitionHash() {}

    /**
     * @param forms by id; every form of the meeting must be among them
     * @return 64 hexadecimal digits, SHA-256 over the canonical text
     */
    public static String of(Meeting meeting, Map<String, Form> forms) {
        DefinitionHash hash = new DefinitionHash();
        hash.say("meeting", meeting.title(), meeting.stage(), meeting.group());
        meeting.forms().forEach(id -> hash.form(forms.get(id)));
        meeting.units().forEach(u -> hash.say("unit", u.id(), u.name(), u.shortName()));
        meeting.respondentTypes().forEach(t -> hash.say("type", t.id(), t.label(), t.rates(), t.form()));
        hash.rules(meeting.rules());
        return sha256(hash.canonical.toString());
    }

    private void form(Form form) {
        say("form", form.id(), form.language(), form.title().value());
        form.instructions().forEach(i -> say("instruction", i.value()));
        say("overall", form.overall().id(), form.overall().label().value());
        for (Form.ItemGroup group : form.groups()) {
            say("group", group.label().value());
            group.items().forEach(i -> say("item", i.id(), i.label().value()));
        }
        form.scale().options().forEach(o -> say("option", o.id(), o.label().value(), o.satisfied(), o.excluded()));
    }

    private void rules(CountingRules rules) {
        say("satisfied", sorted(rules.satisfied()));
        say("excluded", sorted(rules.excluded()));
        say("threshold", rules.threshold().num(), rules.threshold().den(), rules.exact());
        say("decides", rules.decides(), rules.denominator(), rules.pool(), rules.unfilledName());
        say("marks", rules.crosses(), rules.alterations());
        say("quorum", rules.quorum().num(), rules.quorum().den());
    }

    private static Object[] sorted(List<String> ids) {
        return ids.stream().sorted().toArray();
    }

    /** Every value with its length before it, so that no two different definitions give the same text. */
    private void say(String kind, Object... values) {
        canonical.append(kind);
        for (Object value : values) {
            String text = String.valueOf(value);
            canonical.append(' ').append(text.length()).append(':').append(text);
        }
        canonical.append('\n');
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java 17 has SHA-256", e);
        }
    }
}
