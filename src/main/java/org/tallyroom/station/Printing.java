package org.tallyroom.station;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.pdf.FormPdf;
import org.tallyroom.pdf.PrintedSheet;
import org.tallyroom.recognise.Printed;
import org.tallyroom.sheetcode.SheetCode;
import org.tallyroom.sheetcode.ShortCode;
import org.tallyroom.store.Digest;
import org.tallyroom.store.Folder;
import org.tallyroom.store.SheetFact;
import org.tallyroom.store.SheetPlace;
import org.tallyroom.store.VoidFact;

/**
 * Prints the meeting's sheets. Each is drawn once and for all; printing again writes the same files. The order in a
 * file is that of the random draw, and nothing stored tells which sheet lay on which seat.
 */
public final class Printing {

    private final Station station;

    public Printing(Station station) {
        this.station = station;
    }

    /**
     * The sheets of all units that have none yet; then every file.
     *
     * @param written told each file's path in the folder
     */
    public void everything(Consumer<String> written) {
        Meeting meeting = station.definitions().meeting();
        Set<String> have = new HashSet<>();
        station.facts().sheets().forEach(s -> have.add(s.unit() + "/" + s.respondentType()));
        Draft draft = new Draft();
        for (int u = 0; u < meeting.units().size(); u++) {
            for (int t = 0; t < meeting.respondentTypes().size(); t++) {
                if (!have.contains(u + "/" + t)) {
                    int count = meeting.sheets(meeting.units().get(u), meeting.respondentTypes().get(t));
                    draft.add(u, t, count, "");
                }
            }
        }
        if (!draft.sheets.isEmpty()) {
            station.journal().addSheets(draft.sheets, draft.places);
        }
        writeFiles(file -> true, written);
        new Companions(station).write(written);
    }

    /** More sheets for a unit and type, in a file of their own. */
    public void more(String unit, String type, int count, Consumer<String> written) {
        Draft draft = new Draft();
        draft.add(station.unitNamed(unit), station.typeNamed(type), count, "-more-" + (files().size() + 1));
        station.journal().addSheets(draft.sheets, draft.places);
        writeFiles(draft.files::contains, written);
        new Companions(station).write(written);
    }

    /** A new set for a repeated vote: the unit's earlier sheets no longer count, whether they come back or not. */
    public void again(String unit, String reason, Consumer<String> written) {
        Meeting meeting = station.definitions().meeting();
        int u = station.unitNamed(unit);
        Set<String> voided = station.facts().voided().keySet();
        int vote = station.facts().votes(u);
        List<VoidFact> old = station.facts().sheets().stream()
                .filter(s -> s.unit() == u && !voided.contains(s.tokenHash()))
                .map(s -> new VoidFact(s.tokenHash(), vote, reason))
                .toList();
        Draft draft = new Draft();
        String suffix = "-again-" + (files().size() + 1);
        for (int t = 0; t < meeting.respondentTypes().size(); t++) {
            draft.add(u, t, meeting.sheets(meeting.units().get(u), meeting.respondentTypes().get(t)), suffix);
        }
        station.journal().replaceSheets(old, draft.sheets, draft.places);
        writeFiles(draft.files::contains, written);
        new Companions(station).write(written);
    }

    /** Nobody shall print a voided sheet by mistake: its file no longer lies where files to print lie. */
    private void setVoidAside() {
        Set<String> voided = station.facts().voided().keySet();
        Set<String> printed = new TreeSet<>();
        Set<String> standing = new TreeSet<>();
        for (SheetPlace place : station.facts().places()) {
            (voided.contains(place.tokenHash()) ? printed : standing).add(place.pdf());
        }
        printed.removeAll(standing);
        for (String file : printed) {
            Path pdf = station.folder().root().resolve(file);
            if (Files.exists(pdf)) {
                Folder.moveSynced(pdf, station.folder().voidForms().resolve(pdf.getFileName()));
            }
        }
    }

    private Set<String> files() {
        Set<String> files = new TreeSet<>();
        station.facts().places().forEach(place -> files.add(place.pdf()));
        return files;
    }

    private void writeFiles(Predicate<String> wanted, Consumer<String> written) {
        setVoidAside();
        Map<String, SheetFact> sheets = station.sheets();
        Set<String> voided = station.facts().voided().keySet();
        Map<String, List<SheetPlace>> byFile = new TreeMap<>();
        for (SheetPlace place : station.facts().places()) {
            if (place.page() == 1 && wanted.test(place.pdf()) && !voided.contains(place.tokenHash())) {
                byFile.computeIfAbsent(place.pdf(), file -> new ArrayList<>()).add(place);
            }
        }
        byFile.forEach((file, places) -> {
            places.sort(Comparator.comparing(SheetPlace::pdfPage));
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            List<PrintedSheet> content =
                    places.stream().map(place -> printed(sheets.get(place.tokenHash()))).toList();
            new FormPdf(station.font()).write(pdf, content);
            Folder.writeSynced(station.folder().root().resolve(file), pdf.toByteArray());
            written.accept(file);
        });
    }

    private PrintedSheet printed(SheetFact sheet) {
        FormLayout layout = layout(sheet.unit(), sheet.respondentType());
        ShortCode shortCode = new ShortCode(sheet.shortCode());
        String token = station.keys().token(shortCode);
        List<String> codes = layout.pages().stream()
                .map(page -> station.printed().seal().seal(new SheetCode(
                        sheet.form(), sheet.unit(), sheet.respondentType(), page.number(), station.rehearsal(), token)))
                .toList();
        return new PrintedSheet(layout, shortCode, codes);
    }

    private FormLayout layout(int unit, int type) {
        return station.printed().layouts().get(new Printed.Kind(formIndex(type), unit, type));
    }

    private int formIndex(int type) {
        return station.definitions()
                .formIndex(station.definitions().meeting().respondentTypes().get(type).form());
    }

    /** Sheets drawn but not yet kept. */
    private final class Draft {
        private final List<SheetFact> sheets = new ArrayList<>();
        private final List<SheetPlace> places = new ArrayList<>();
        private final Set<String> files = new TreeSet<>();
        private final Set<String> taken = new HashSet<>();

        Draft() {
            station.facts().sheets().forEach(s -> taken.add(s.shortCode()));
        }

        void add(int unit, int type, int count, String suffix) {
            Meeting meeting = station.definitions().meeting();
            String file = "print/" + meeting.units().get(unit).id() + "-"
                    + meeting.respondentTypes().get(type).id() + suffix + ".pdf";
            int pages = layout(unit, type).pages().size();
            for (int i = 0; i < count; i++) {
                ShortCode code = fresh();
                String tokenHash = Digest.of(station.keys().token(code));
                sheets.add(new SheetFact(tokenHash, code.value(), formIndex(type), unit, type));
                for (int page = 1; page <= pages; page++) {
                    places.add(new SheetPlace(tokenHash, page, file, i * pages + page));
                }
            }
            if (count > 0) {
                files.add(file);
            }
        }

        private ShortCode fresh() {
            ShortCode code = ShortCode.draw(Station.random(16));
            while (!taken.add(code.value())) {
                code = ShortCode.draw(Station.random(16));
            }
            return code;
        }
    }
}
