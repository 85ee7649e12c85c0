package org.tallyroom.station;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.meeting.Unit;
import org.tallyroom.message.Sentences;
import org.tallyroom.pdf.CheckPdf;
import org.tallyroom.pdf.Lettering;
import org.tallyroom.pdf.PackingList;
import org.tallyroom.pdf.PackingPdf;
import org.tallyroom.store.Folder;
import org.tallyroom.store.SheetFact;
import org.tallyroom.store.SheetPlace;

/**
 * What is printed beside the sheets, in the language of the form: the print-check page, and a packing list per unit.
 */
final class Companions {

    private final Station station;
    private final Lettering lettering;

    Companions(Station station) {
        this.station = station;
        Sentences words = Sentences.in(station.definitions().formOf(0).language());
        this.lettering = new Lettering(station.font(), station.metrics(), words);
    }

    void write(Consumer<String> written) {
        ByteArrayOutputStream check = new ByteArrayOutputStream();
        new CheckPdf(lettering).write(check);
        keep("print/print-check.pdf", check, written);
        PackingPdf packing = new PackingPdf(lettering);
        for (Unit unit : station.definitions().meeting().units()) {
            ByteArrayOutputStream list = new ByteArrayOutputStream();
            packing.write(list, List.of(packingList(unit)));
            keep("print/" + unit.id() + "-packing-list.pdf", list, written);
        }
    }

    private void keep(String file, ByteArrayOutputStream pdf, Consumer<String> written) {
        Folder.writeSynced(station.folder().root().resolve(file), pdf.toByteArray());
        written.accept(file);
    }

    private PackingList packingList(Unit unit) {
        Meeting meeting = station.definitions().meeting();
        Map<String, SheetFact> sheets = station.sheets();
        Set<String> voided = station.facts().voided().keySet();
        Map<String, PackingList.Entry> entries = new TreeMap<>();
        for (SheetPlace place : station.facts().places()) {
            SheetFact sheet = sheets.get(place.tokenHash());
            if (station.unit(sheet).equals(unit) && !voided.contains(place.tokenHash())) {
                int pages = place.page();
                entries.merge(
                        place.pdf(),
                        new PackingList.Entry(place.pdf(), station.type(sheet).label(), 1, pages),
                        Companions::together);
            }
        }
        String lead = meeting.units().stream()
                .filter(u -> u.id().equals(meeting.leadUnit()))
                .map(Unit::name)
                .findFirst()
                .orElse("");
        return new PackingList(meeting.title(), unit.name(), lead, List.copyOf(entries.values()));
    }

    /** A sheet's later pages raise the number of pages, its first page the number of sheets. */
    private static PackingList.Entry together(PackingList.Entry entry, PackingList.Entry page) {
        boolean first = page.pagesPerSheet() == 1;
        return new PackingList.Entry(
                entry.file(),
                entry.respondentType(),
                entry.sheets() + (first ? 1 : 0),
                Math.max(entry.pagesPerSheet(), page.pagesPerSheet()));
    }
}
