package org.tallyroom.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.image.PageImage;
import org.tallyroom.support.Scans;
import org.tallyroom.vision.Pictures;

/** What concerns many at once: crosses and a stroke through a column, one decision; 1-bit pages, one warning. */
class TogetherTest {

    private static final Set<String> CROSSED = Set.of("overall", "study-2", "study-4");

    @TempDir
    Path root;

    @Test
    void allCrossesOfASheetAreOneDecision() {
        Room room = new Room(root);
        String sheet = crossed(room);
        ReviewDesk.Together together = together(room).get(0);
        assertThat(together(room)).hasSize(1);
        assertThat(together.item()).isEqualTo("crosses");
        assertThat(together.rows()).containsExactlyInAnyOrderElementsOf(CROSSED);
        assertThatThrownBy(() -> room.decide(sheet, "column", "good", "Wang")).isInstanceOf(Refusal.class);

        assertThat(room.decide(sheet, "crosses", "blank", "Wang")).isTrue();
        assertThat(room.counted().sheetsWait()).isFalse();
        assertThat(room.count().units().get(0).tallies().stream()
                        .filter(t -> t.respondentType().equals("all") && CROSSED.contains(t.item())))
                .hasSize(CROSSED.size())
                .allMatch(t -> t.blank() == 1 && t.options().get("good") == 0);

        assertThat(room.decide(sheet, "crosses", "doubtful", "Wang")).as("open again").isTrue();
        assertThat(together(room)).hasSize(1);
    }

    @Test
    void aMeetingMayAgreeThatCrossesCount() {
        Room room = new Room(root, "counting", Room.MEETING + "rules: {crosses: count}\n", false);
        String sheet = crossed(room);
        assertThat(room.counted().sheetsWait()).isFalse();
        assertThat(room.readings().pages().get(0).answers())
                .filteredOn(row -> CROSSED.contains(row.item()))
                .hasSize(CROSSED.size())
                .allMatch(row -> row.answer().equals("good"));
        assertThatThrownBy(() -> room.decide(sheet, "crosses", "blank", "Wang")).isInstanceOf(Refusal.class);
    }

    @Test
    void oneStrokeThroughAColumnIsOneDecision() {
        Room room = new Room(root);
        LayoutDocument.Sheet sheet = room.sheets("archives").get(0);
        List<LayoutDocument.Box> good = sheet.pages().get(0).boxes().stream()
                .filter(box -> box.option().equals("good"))
                .toList();
        LayoutDocument.Box first = good.get(0);
        LayoutDocument.Box last = good.get(good.size() - 1);
        PageImage page = Scans.drawnOver(room.blank(sheet.pages().get(0)), pen -> {
            pen.setColor(new Color(30, 30, 60));
            pen.setStroke(new BasicStroke(0.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            double x = first.xMm() + first.widthMm() / 2;
            pen.draw(new Line2D.Double(x, first.yMm() + 1, x + 0.7, last.yMm() + 3));
        });
        room.jpeg("column.jpg", page, 85);
        room.takeIn();
        assertThat(together(room)).extracting(ReviewDesk.Together::item).containsExactly("column");
        assertThat(together(room).get(0).rows()).hasSize(good.size());
        assertThat(room.decide(sheet.sheet(), "column", "good", "Wang")).isTrue();
        assertThat(room.counted().sheetsWait()).isFalse();
    }

    @Test
    void blackAndWhitePagesAreWarnedOfOnce() {
        Room room = new Room(root);
        for (LayoutDocument.Sheet sheet : room.sheets("parks")) {
            PageImage page = room.blank(sheet.pages().get(0));
            byte[] levels = new byte[page.width() * page.height()];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = (byte) (page.gray(i % page.width(), i / page.width()) < 128 ? 0 : 255);
            }
            PageImage bilevel = PageImage.ofBilevel(page.width(), page.height(), levels);
            room.write(sheet.sheet() + ".png", Pictures.png(bilevel));
        }
        assertThat(room.takeIn()).filteredOn("station.bilevel"::equals).hasSize(1);
        crossed(room);
        assertThat(room.takeIn()).as("nothing new").isEmpty();
    }

    @Test
    void dirtOnTheGlassIsToldOnceAndThePagesAreRead() {
        Room room = new Room(root);
        for (LayoutDocument.Sheet sheet : room.sheets("parks")) {
            PageImage page = Scans.drawnOver(room.marked(sheet, "good", Map.of()), pen -> {
                pen.setColor(new Color(120, 120, 120));
                pen.setStroke(new BasicStroke(0.25f));
                pen.draw(new Line2D.Double(60, -5, 60, 305));
            });
            room.jpeg(sheet.sheet() + ".jpg", page, 85);
        }
        assertThat(room.takeIn()).filteredOn("station.streaks"::equals).hasSize(1);
        assertThat(room.states().values()).hasSizeGreaterThan(1).allMatch("read"::equals);
        crossed(room);
        assertThat(room.takeIn()).as("nothing new").isEmpty();
    }

    @Test
    void aCleanGlassIsNoAdvice() {
        Room room = new Room(root);
        room.everySheet("good", page -> Scans.turned(page, 1.2, 1));
        assertThat(room.takeIn()).noneMatch(line -> line.startsWith("station."));
    }

    /** A sheet with ticks for 好, but three crosses. */
    private static String crossed(Room room) {
        LayoutDocument.Sheet sheet = room.sheets("archives").get(0);
        PageImage page = Scans.drawnOver(room.blank(sheet.pages().get(0)), pen -> {
            pen.setColor(new Color(30, 30, 60));
            pen.setStroke(new BasicStroke(0.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            sheet.pages().get(0).boxes().stream()
                    .filter(box -> box.option().equals("good"))
                    .forEach(box -> (CROSSED.contains(box.item()) ? CROSS : TICK).accept(pen, box));
        });
        room.jpeg("crosses.jpg", page, 85);
        room.takeIn();
        return sheet.sheet();
    }

    private static final BiConsumer<Graphics2D, LayoutDocument.Box> CROSS = (pen, box) -> {
        double x = box.xMm() + box.widthMm() / 2;
        double y = box.yMm() + box.heightMm() / 2;
        pen.draw(new Line2D.Double(x - 2, y - 2.1, x + 2.1, y + 2));
        pen.draw(new Line2D.Double(x + 2, y - 2, x - 2.2, y + 2.1));
    };

    private static final BiConsumer<Graphics2D, LayoutDocument.Box> TICK = (pen, box) -> {
        double x = box.xMm() + box.widthMm() / 2;
        double y = box.yMm() + box.heightMm() / 2;
        pen.draw(new Line2D.Double(x - 1.5, y - 0.4, x - 0.3, y + 1.4));
        pen.draw(new Line2D.Double(x - 0.3, y + 1.4, x + 2.2, y - 2.4));
    };

    private static List<ReviewDesk.Together> together(Room room) {
        try (Station station = Station.toRead(room.folder)) {
            return new ReviewDesk(station).list(false).together();
        }
    }
}
