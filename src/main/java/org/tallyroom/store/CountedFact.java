package org.tallyroom.store;

/** Which picture of a sheet's page counts: the first one that was read. @param page of the sheet, from 1 */
public record CountedFact(String tokenHash, int page, String pageId) {}
