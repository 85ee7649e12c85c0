/**
 * Makes a {@link org.tallyroom.recognise.PageReading} (raw measures in millimetres) from a page image and a layout.
 * Knows nothing of thresholds' verdicts, rules or counts: it measures, others judge. Start at {@code Recogniser}.
 */
package org.tallyroom.recognise;
