package org.tallyroom.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.pdf.PageRender;
import org.tallyroom.rehearsal.Filling;
import org.tallyroom.rehearsal.Gesture;
import org.tallyroom.rehearsal.Hand;
import org.tallyroom.rehearsal.Rehearsal;
import org.tallyroom.rehearsal.Scan;
import org.tallyroom.rehearsal.Scanner;
import org.tallyroom.rehearsal.Seed;
import org.tallyroom.sheetcode.QrModules;
import org.tallyroom.station.PrintedSheets;

/**
 * Sheets of one layout as people fill them in and an office scanner scans them, in numbers: the page is drawn once, and
 * each sheet's own codes are set into it.
 */
final class Desk {

    private final SpeedStation station;
    private final int dpi;
    private final Seed seed;
    private Optional<PageImage> blank = Optional.empty();

    Desk(SpeedStation station, int dpi, Seed seed) {
        this.station = station;
        this.dpi = dpi;
        this.seed = seed;
    }

    /** @param number of the sheet, which makes its respondent and its scan */
    Scan scan(PrintedSheets.Sheet sheet, int number) {
        Seed own = seed.child(number);
        PageLayout layout = sheet.layout();
        PageImage filled = Rehearsal.fill(coded(sheet), layout, filling(layout, own), own);
        return Scanner.OFFICE.at(dpi).scan(filled, layout.widthMm(), own);
    }

    private static Filling filling(PageLayout layout, Seed own) {
        RandomGenerator random = own.child("hand").random();
        Hand hand = Hand.of(random);
        Map<String, List<Gesture>> rows = new LinkedHashMap<>();
        for (PageLayout.Row row : layout.rows()) {
            String option = row.cells().get(random.nextInt(row.cells().size())).option();
            rows.put(row.item(), List.of(new Gesture(hand.habit(), option)));
        }
        return Filling.of(hand, rows);
    }

    private PageImage coded(PrintedSheets.Sheet sheet) {
        PageImage page = blank(sheet);
        byte[] gray = new byte[page.width() * page.height()];
        for (int y = 0; y < page.height(); y++) {
            page.copyRow(0, y, page.width(), gray, y * page.width());
        }
        QrModules modules = QrModules.of(sheet.code());
        for (RectMm place : sheet.layout().codes()) {
            set(modules, place, gray, page.width(), page.width() / sheet.layout().widthMm());
        }
        return PageImage.ofGray(page.width(), page.height(), gray);
    }

    private static void set(QrModules modules, RectMm place, byte[] gray, int width, double pxPerMm) {
        double module = place.width() * pxPerMm / QrModules.SIDE;
        int left = (int) Math.round(place.x() * pxPerMm);
        int top = (int) Math.round(place.y() * pxPerMm);
        int side = (int) Math.round(place.width() * pxPerMm);
        for (int y = 0; y < side; y++) {
            int row = Math.min(QrModules.SIDE - 1, (int) ((y + 0.5) / module));
            int at = (top + y) * width + left;
            Arrays.fill(gray, at, at + side, (byte) 255);
            for (int x = 0; x < side; x++) {
                if (modules.dark(Math.min(QrModules.SIDE - 1, (int) ((x + 0.5) / module)), row)) {
                    gray[at + x] = 0;
                }
            }
        }
    }

    private synchronized PageImage blank(PrintedSheets.Sheet sheet) {
        if (blank.isEmpty()) {
            try (PageRender render = PageRender.open(station.folder().resolve(sheet.pdf()))) {
                blank = Optional.of(render.page(1, dpi));
            }
        }
        return blank.get();
    }
}
