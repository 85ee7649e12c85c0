package org.tallyroom.station;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tallyroom.calibration.Criteria;
import org.tallyroom.calibration.Judgement;
import org.tallyroom.calibration.ParsedProfile;
import org.tallyroom.definition.Problem;
import org.tallyroom.message.Message;
import org.tallyroom.store.CriteriaFact;
import org.tallyroom.store.SheetFact;

/**
 * Judges everything that was measured anew, with other criteria: the raw measures were kept for that. What people
 * decided stands.
 */
public final class Rejudging {

    private final Station station;

    public Rejudging(Station station) {
        this.station = station;
    }

    /**
     * {@code rejudge --json}.
     *
     * @param from hash of the criteria before, 64 hex digits
     * @param to hash of the criteria now
     * @param changes every answer that is another one now
     */
    public record Document(String from, String to, List<Change> changes) {
        public Document {
            changes = List.copyOf(changes);
        }
    }

    /** @param before an option, blank, overmarked or doubtful; @param after likewise */
    public record Change(
            String sheet, String unit, String respondentType, String item, String before, String after) {}

    /** Either what changed, or what is wrong with the profile; then nothing did. */
    public record Outcome(Optional<Document> done, List<Problem> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /** @throws Refusal unless two people decide so, and when the criteria are the ones in force */
    public Outcome with(Path profile, String reason, List<String> by) {
        List<String> people = TwoPeople.among(by, "station.rejudging-needs-two");
        String text = Profiles.text(profile);
        return Profiles.parse(profile.toString(), text)
                .match(
                        sound -> new Outcome(Optional.of(judgedBy(sound, text, reason, people)), List.of()),
                        problems -> new Outcome(Optional.empty(), problems));
    }

    private Document judgedBy(ParsedProfile.Profile profile, String text, String reason, List<String> people) {
        List<CriteriaFact> inTurn = station.facts().criteria();
        String inForce = inTurn.get(inTurn.size() - 1).hash();
        String hash = profile.criteria().hash();
        if (hash.equals(inForce)) {
            throw new Refusal(Message.of("station.same-criteria", profile.name()));
        }
        List<Change> changes = changes(profile.criteria());
        station.journal().judgeBy(new CriteriaFact(inTurn.size() + 1, hash, text, reason, people));
        return new Document(inForce, hash, changes);
    }

    private List<Change> changes(Criteria criteria) {
        Map<String, SheetFact> sheets = station.sheets();
        Map<String, SeenPage> after = SeenPages.of(station.facts(), sheets, station.judging(criteria)).all().stream()
                .collect(Collectors.toMap(page -> page.fact().id(), Function.identity()));
        Set<Change> changes = new LinkedHashSet<>();
        for (SeenPage before : SeenPages.of(station.facts(), sheets, station.judging()).all()) {
            before.sheet().ifPresent(sheet -> changes.addAll(changes(sheet, before, after.get(before.fact().id()))));
        }
        return changes.stream().sorted(Comparator.comparing(Change::sheet)).toList();
    }

    private List<Change> changes(SheetFact sheet, SeenPage before, SeenPage after) {
        List<Change> changes = new ArrayList<>();
        for (int row = 0; row < before.judgements().size(); row++) {
            Judgement one = before.judgements().get(row);
            String was = ReadingsDocument.word(one.answer());
            String is = ReadingsDocument.word(after.judgements().get(row).answer());
            if (!was.equals(is)) {
                changes.add(new Change(
                        sheet.shortCode(), station.unit(sheet).id(), station.type(sheet).id(), one.item(), was, is));
            }
        }
        return changes;
    }
}
