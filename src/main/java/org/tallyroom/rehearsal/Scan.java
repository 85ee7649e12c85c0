package org.tallyroom.rehearsal;

import org.tallyroom.image.PageImage;

/**
 * One side as a scanner delivers it.
 *
 * @param dpi pixels per inch the scanner was set to
 * @param jpegQuality 1..100, used where the picture is kept as JPEG
 */
public record Scan(PageImage image, int dpi, int jpegQuality) {}
