package org.tallyroom.rehearsal;

import java.nio.file.Path;
import org.tallyroom.layout.PageLayout;

/**
 * A printed page that waits to be filled in.
 *
 * @param pdfPage from 1
 * @param sheet the printed short code; pages of one sheet share it
 * @param unit id of the unit that is rated
 * @param respondentType id of the type that rates
 */
public record PrintedPage(
        Path pdf, int pdfPage, String sheet, String unit, String respondentType, PageLayout layout) {}
