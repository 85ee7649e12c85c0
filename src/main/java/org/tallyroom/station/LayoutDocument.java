package org.tallyroom.station;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.recognise.Printed;
import org.tallyroom.store.SheetFact;
import org.tallyroom.store.SheetPlace;

/** {@code layout --json}: where every box of every sheet that counts is. Millimetres, origin top left, y down. */
public record LayoutDocument(List<Sheet> sheets) {

    public LayoutDocument {
        sheets = List.copyOf(sheets);
    }

    public record Sheet(String sheet, String unit, String respondentType, String form, List<Page> pages) {}

    /** @param pdf relative to the station folder, empty once the count is closed; @param pdfPage from 1 */
    public record Page(
            Optional<String> pdf, Optional<Integer> pdfPage, double widthMm, double heightMm, List<Box> boxes) {}

    public record Box(
            String item, String option, double xMm, double yMm, double widthMm, double heightMm, Place cell) {}

    public record Place(double xMm, double yMm, double widthMm, double heightMm) {}

    public static LayoutDocument of(Station station) {
        Set<String> voided = station.facts().voided().keySet();
        Map<String, SheetPlace> places = station.facts().places().stream()
                .collect(Collectors.toMap(p -> p.tokenHash() + p.page(), Function.identity()));
        return new LayoutDocument(station.sheets().values().stream()
                .filter(sheet -> !voided.contains(sheet.tokenHash()))
                .sorted(Comparator.comparing(SheetFact::shortCode))
                .map(sheet -> sheet(station, sheet, places))
                .toList());
    }

    private static Sheet sheet(Station station, SheetFact sheet, Map<String, SheetPlace> places) {
        FormLayout layout = station.printed()
                .layouts()
                .get(new Printed.Kind(sheet.form(), sheet.unit(), sheet.respondentType()));
        List<Page> pages = layout.pages().stream()
                .map(page -> page(page, Optional.ofNullable(places.get(sheet.tokenHash() + page.number()))))
                .toList();
        return new Sheet(
                sheet.shortCode(), station.unit(sheet).id(), station.type(sheet).id(), layout.form(), pages);
    }

    private static Page page(PageLayout layout, Optional<SheetPlace> place) {
        List<Box> boxes = layout.rows().stream()
                .flatMap(row -> row.cells().stream().map(cell -> box(row.item(), cell)))
                .toList();
        return new Page(
                place.map(SheetPlace::pdf),
                place.map(SheetPlace::pdfPage),
                layout.widthMm(),
                layout.heightMm(),
                boxes);
    }

    private static Box box(String item, PageLayout.Cell cell) {
        RectMm box = cell.box();
        RectMm around = cell.cell();
        return new Box(
                item,
                cell.option(),
                rounded(box.x()),
                rounded(box.y()),
                rounded(box.width()),
                rounded(box.height()),
                new Place(rounded(around.x()), rounded(around.y()), rounded(around.width()), rounded(around.height())));
    }

    /** To a thousandth of a millimetre: finer than any printer, and without the noise of binary fractions. */
    private static double rounded(double mm) {
        return Math.round(mm * 1000) / 1000.0;
    }
}
