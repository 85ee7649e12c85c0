package org.tallyroom.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.geometry.Pose;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.json.Json;
import org.tallyroom.recognise.PageReading;
import org.tallyroom.store.Folder;
import org.tallyroom.store.PictureShelf;
import org.tallyroom.vision.Pictures;

/** Cuts rows out of the kept pictures, upright, for people to look at. */
final class Crops {

    /** Pixels per millimetre of a crop, about 300 dpi: the scan's own fineness. */
    private static final double FINENESS = 12;

    /** Left of the answers stands what is asked; a person must see it. Millimetres. */
    private static final double LABEL_MM = 75;

    /** Half a row above and below, for tails and neighbours. Millimetres. */
    private static final double AROUND_MM = 5;

    private final Station station;
    private final SeenPages pages;
    private final PictureShelf shelf;

    Crops(Station station, SeenPages pages) {
        this.station = station;
        this.pages = pages;
        this.shelf = new PictureShelf(station.folder());
    }

    /** @return the written files, relative to the station folder: one for every picture of the row */
    List<String> write(String sheet, String item) {
        List<String> written = new ArrayList<>();
        for (SeenPage page : pages.all()) {
            boolean speaks = page.sheet().filter(s -> s.shortCode().equals(sheet)).isPresent();
            if (speaks) {
                cut(page, item).ifPresent(crop -> {
                    String number = written.isEmpty() ? "" : "-" + (written.size() + 1);
                    String name = "review/" + sheet + "-" + item + number + ".png";
                    Folder.writeSynced(station.folder().root().resolve(name), Pictures.png(crop));
                    written.add(name);
                });
            }
        }
        return written;
    }

    private Optional<PageImage> cut(SeenPage page, String item) {
        Optional<PageReading> reading = page.fact().reading().map(text -> Json.read(text, PageReading.class));
        Optional<RectMm> place = reading.flatMap(r -> r.rows().stream()
                .filter(row -> row.item().equals(item))
                .map(row -> row.place())
                .findFirst());
        Optional<PageImage> picture = page.fact().picture().flatMap(this::picture);
        Optional<Pose> pose = reading.map(r -> r.registration().pose());
        return place.flatMap(p -> picture.map(image -> sampled(image, p, pose.orElseThrow())));
    }

    private Optional<PageImage> picture(String name) {
        return Pictures.decode(shelf.read(name)).match(
                Optional::of,
                Optional::<PageImage>empty,
                Optional::<PageImage>empty,
                (width, height) -> Optional.<PageImage>empty());
    }

    private static PageImage sampled(PageImage image, RectMm place, Pose pose) {
        double left = Math.max(0, place.x() - LABEL_MM);
        double top = place.y() - AROUND_MM;
        int width = (int) ((place.right() + AROUND_MM - left) * FINENESS);
        int height = (int) ((place.height() + 2 * AROUND_MM) * FINENESS);
        byte[] levels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                PointPx at = pose.toPixels(new PointMm(left + x / FINENESS, top + y / FINENESS));
                int column = (int) at.x();
                int row = (int) at.y();
                levels[y * width + x] = (byte) (image.contains(column, row) ? image.gray(column, row) : 255);
            }
        }
        return PageImage.ofGray(width, height, levels);
    }
}
