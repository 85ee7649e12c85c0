/**
 * Makes suggestions of text from pictures of printed lines. Knows nothing of which suggestion is right: OCR proposes,
 * check characters and issued codes decide. Start at {@link org.tallyroom.ocr.ShortCodeOcr}.
 */
package org.tallyroom.ocr;
