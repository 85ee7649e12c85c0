/**
 * Makes QR modules from a {@link org.tallyroom.sheetcode.SheetCode} and back, with its authentication tag, and the
 * short code a person can read. Knows nothing of pages, units' names or people. Start at {@link
 * org.tallyroom.sheetcode.CodeSeal}.
 */
package org.tallyroom.sheetcode;
