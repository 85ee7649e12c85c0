package org.tallyroom.rehearsal;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout;

/** Fills in printed pages the way people do. */
public final class Rehearsal {

    private Rehearsal() {}

    /**
     * Writes one sheet's filling onto one of its pages.
     *
     * @param blank the printed page, upright, as wide as the layout's paper
     * @return a page of the same size; the same blank, filling and seed give the same pixels
     */
    public static PageImage fill(PageImage blank, PageLayout layout, Filling filling, Seed seed) {
        InkedPaper paper = new InkedPaper(blank, layout.widthMm());
        Hand hand = filling.hand();
        for (PageLayout.Row row : layout.rows()) {
            RandomGenerator random = seed.child(row.item()).random();
            for (Gesture gesture : filling.row(row.item())) {
                Pen pen = hand.penFor(gesture.shape());
                hand.write(gesture, cell(row, gesture.option()), random)
                        .forEach(stroke -> paper.draw(stroke, pen, random));
            }
        }
        for (String option : filling.columns()) {
            RandomGenerator random = seed.child("column").child(option).random();
            paper.draw(hand.column(cells(layout, option), random), hand.pen(), random);
        }
        RandomGenerator random = seed.child("notes").child(layout.number()).random();
        for (RectMm place : filling.notes()) {
            paper.draw(Scrawl.over(place, random), hand.pen(), random);
        }
        return paper.dry();
    }

    private static List<PageLayout.Cell> cells(PageLayout layout, String option) {
        return layout.rows().stream().map(row -> cell(row, option)).toList();
    }

    private static PageLayout.Cell cell(PageLayout.Row row, String option) {
        return row.cells().stream()
                .filter(c -> c.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no option " + option));
    }
}
