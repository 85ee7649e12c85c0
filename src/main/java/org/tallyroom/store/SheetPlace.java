package org.tallyroom.store;

/** Where a sheet's page was printed; kept until the count is closed. @param pdfPage from 1 */
public record SheetPlace(String tokenHash, int page, String pdf, int pdfPage) {}
