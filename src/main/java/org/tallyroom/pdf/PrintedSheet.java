package org.tallyroom.pdf;

import java.util.List;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.sheetcode.ShortCode;

/**
 * One sheet to print.
 *
 * @param codes the sealed code of each page, in the layout's order
 */
public record PrintedSheet(FormLayout layout, ShortCode shortCode, List<String> codes) {

    public PrintedSheet {
        codes = List.copyOf(codes);
        if (codes.size() != layout.pages().size()) {
            throw new IllegalArgumentException(codes.size() + " codes for " + layout.pages().size() + " pages");
        }
    }
}
