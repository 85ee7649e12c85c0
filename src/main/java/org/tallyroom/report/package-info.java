/**
 * Makes documents as data (titles, paragraphs to read aloud, tables, bars, signature blocks) from a count. Knows
 * nothing of PDF, spreadsheets or languages: every sentence is a message. Start at {@link
 * org.tallyroom.report.Reports}.
 */
package org.tallyroom.report;
