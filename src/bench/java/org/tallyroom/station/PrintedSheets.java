package org.tallyroom.station;

import java.util.List;
import java.util.Map;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.recognise.Printed;
import org.tallyroom.recognise.Recogniser;
import org.tallyroom.sheetcode.SheetCode;
import org.tallyroom.sheetcode.ShortCode;
import org.tallyroom.store.SheetFact;

/** What a bench has to know of a station that users need not: the codes of its sheets, and its reader alone. */
public record PrintedSheets(Station station) {

    /**
     * A sheet that is not filled in yet.
     *
     * @param code the text of its QR copies
     * @param pdf printed with it, relative to the station's folder
     */
    public record Sheet(PageLayout layout, String code, String pdf) {}

    /** The first page of every sheet, in no order that means anything. */
    public List<Sheet> list() {
        Map<String, SheetFact> sheets = station.sheets();
        Printed printed = station.printed();
        return station.facts().places().stream()
                .filter(place -> place.page() == 1)
                .map(place -> sheet(sheets.get(place.tokenHash()), printed, place.pdf()))
                .toList();
    }

    private Sheet sheet(SheetFact sheet, Printed printed, String pdf) {
        PageLayout layout = printed.layouts()
                .get(new Printed.Kind(sheet.form(), sheet.unit(), sheet.respondentType()))
                .page(1);
        String token = station.keys().token(new ShortCode(sheet.shortCode()));
        SheetCode code = new SheetCode(
                sheet.form(), sheet.unit(), sheet.respondentType(), 1, station.rehearsal(), token);
        return new Sheet(layout, printed.seal().seal(code), pdf);
    }

    public Recogniser reader() {
        return new Recogniser(station.printed());
    }
}
