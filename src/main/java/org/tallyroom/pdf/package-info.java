/**
 * Makes PDF from layouts and reports, and page images from scanned PDF. Knows nothing of votes or meetings. Start at
 * {@link org.tallyroom.pdf.FormPdf} and {@link org.tallyroom.pdf.ScannedPdf}.
 */
package org.tallyroom.pdf;
