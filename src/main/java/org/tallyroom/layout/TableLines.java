package org.tallyroom.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallyroom.form.Form;

/** The rows of a form's table, one after the other, and how they are dealt out to pages. */
final class TableLines {

    /** @param group the merged cell the item stands under; none for the overall item */
    record Line(Form.Item item, Optional<Form.ItemGroup> group) {}

    private TableLines() {}

    static List<Line> of(Form form) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(form.overall(), Optional.empty()));
        for (Form.ItemGroup group : form.groups()) {
            group.items().forEach(item -> lines.add(new Line(item, Optional.of(group))));
        }
        return lines;
    }

    static List<List<Line>> pages(List<Line> lines, int onFirst, int onOthers) {
        List<List<Line>> pages = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = Math.min(lines.size(), from + (from == 0 ? onFirst : onOthers));
            pages.add(lines.subList(from, to));
            from = to;
        }
        return pages;
    }

    /** Neighbouring lines under the same merged cell. */
    static List<List<Line>> runs(List<Line> page) {
        List<List<Line>> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= page.size(); i++) {
            if (i == page.size() || !page.get(i).group().equals(page.get(from).group())) {
                runs.add(page.subList(from, i));
                from = i;
            }
        }
        return runs;
    }
}
