package org.tallyroom.recognise;

import java.util.Map;
import java.util.Optional;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.sheetcode.CodeSeal;
import org.tallyroom.sheetcode.SheetCode;

/** All that the meeting printed: how its codes are opened, and which layout a code stands for. */
public record Printed(CodeSeal seal, Map<Kind, FormLayout> layouts) {

    public Printed {
        layouts = Map.copyOf(layouts);
    }

    /** The sheets that share one layout; indices as in {@link SheetCode}. */
    public record Kind(int form, int unit, int respondentType) {}

    public Optional<PageLayout> layout(SheetCode code) {
        return Optional.ofNullable(layouts.get(new Kind(code.form(), code.unit(), code.respondentType())))
                .filter(layout -> code.page() >= 1 && code.page() <= layout.pages().size())
                .map(layout -> layout.page(code.page()));
    }
}
