package org.tallyroom.station;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.sheetcode.ShortCode;
import org.tallyroom.store.Digest;
import org.tallyroom.store.Journal;
import org.tallyroom.store.PageFact;
import org.tallyroom.store.PictureShelf;
import org.tallyroom.store.Provenance;
import org.tallyroom.store.SheetFact;

/** {@code verify}: recomputes every digest and result of a station folder and says what does not hold. */
public final class Verification {

    private static final String JOURNAL = "journal.db";
    private static final String SECRET = "keys/secret";

    private final Station station;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, SheetFact> sheets;
    private final Map<String, PageFact> pages;

    /** The document of {@code verify --json}. */
    public record Document(boolean ok, List<Finding> findings) {}

    /**
     * @param file relative to the station folder
     * @param what damaged, lost-rows, broken-chain, changed, missing, added, other-criteria, other-root or other-result
     * @param affects short codes of the sheets concerned; empty where it concerns all or none
     */
    public record Finding(String file, String what, List<String> affects) {}

    private Verification(Station station) {
        this.station = station;
        this.sheets = station.sheets();
        this.pages = station.facts().pages().stream().collect(Collectors.toMap(PageFact::id, Function.identity()));
    }

    public static Document of(Path folder) {
        try (Station station = Station.toRead(folder)) {
            List<Finding> findings = new Verification(station).run();
            return new Document(findings.isEmpty(), findings);
        } catch (IllegalArgumentException unparsable) {
            // A row that its own reader does not understand: what else it says cannot be told.
            return new Document(false, List.of(new Finding(JOURNAL, "damaged", List.of())));
        } catch (WorldBroke broken) {
            Map<String, String> known = Map.of(
                    "store.journal-lost-rows", "lost-rows",
                    "store.journal-damaged", "damaged",
                    "station.definitions-changed", "changed",
                    "station.other-profile", "other-criteria",
                    "station.no-key", "missing");
            String key = broken.sentence().key();
            if (!known.containsKey(key)) {
                throw broken;
            }
            String file = switch (key) {
                case "station.definitions-changed" -> "definitions";
                case "station.no-key" -> SECRET;
                default -> JOURNAL;
            };
            return new Document(false, List.of(new Finding(file, known.get(key), List.of())));
        }
    }

    private List<Finding> run() {
        for (Journal.Flaw flaw : station.journal().audit(station.closed())) {
            findings.add(new Finding(JOURNAL, flaw.what(), affected(flaw)));
        }
        if (!station.journal().headFileHolds()) {
            findings.add(new Finding("journal.head", "changed", List.of()));
        }
        if (sheets.values().stream().anyMatch(sheet -> !madeByOurKey(sheet))) {
            findings.add(new Finding(SECRET, "changed", List.of()));
        }
        if (!everyTakenFileHasAPage()) {
            findings.add(new Finding(JOURNAL, "added", List.of()));
        }
        if (station.facts().criteria().stream().anyMatch(kept -> !Profiles.of(kept).hash().equals(kept.hash()))) {
            findings.add(new Finding(JOURNAL, "other-criteria", List.of()));
        }
        pictures();
        if (station.closed()) {
            result();
        }
        return findings;
    }

    private List<String> affected(Journal.Flaw flaw) {
        Optional<String> tokenHash = switch (flaw.kind()) {
            case "page", "provenance" -> Optional.ofNullable(pages.get(flaw.key())).flatMap(PageFact::sheet);
            case "sheet", "voided" -> Optional.of(flaw.key());
            case "decision", "counted", "place" -> Optional.of(flaw.key().substring(0, flaw.key().indexOf('/')));
            default -> Optional.empty();
        };
        return tokenHash.map(sheets::get).map(s -> List.of(s.shortCode())).orElse(List.of());
    }

    private boolean madeByOurKey(SheetFact sheet) {
        return Digest.of(station.keys().token(new ShortCode(sheet.shortCode()))).equals(sheet.tokenHash());
    }

    /** A file that is noted as taken in would be passed over: every file gives a page at least. */
    private boolean everyTakenFileHasAPage() {
        Set<String> sources = station.facts().provenance().values().stream()
                .map(Provenance::sourceKey)
                .collect(Collectors.toSet());
        return sources.containsAll(station.facts().takenFiles());
    }

    private void pictures() {
        PictureShelf shelf = new PictureShelf(station.folder());
        for (PageFact page : pages.values()) {
            page.picture().filter(name -> !shelf.sound(name)).ifPresent(name -> findings.add(new Finding(
                    "images/" + name.substring(0, 2) + "/" + name,
                    Files.exists(shelf.place(name)) ? "changed" : "missing",
                    page.sheet().map(sheets::get).map(s -> List.of(s.shortCode())).orElse(List.of()))));
        }
    }

    private void result() {
        String code = CountDocument.of(station, Counted.of(station).count()).verificationCode();
        if (!station.facts().setting(Conclusion.CODE).equals(Optional.of(code))) {
            findings.add(new Finding(JOURNAL, "other-result", List.of()));
        }
        if (!station.facts().setting(Conclusion.ROOT).equals(Optional.of(station.journal().root()))) {
            findings.add(new Finding(JOURNAL, "other-root", List.of()));
        }
    }
}
