package org.tallyroom.store;

/**
 * Where a page came from; kept until the count is closed.
 *
 * @param source the file as the user named it
 * @param sourceKey digest of the file's full path: one file has one key, however it is named on the command line
 * @param page from 1
 * @param content digest that stands for the page's content
 */
public record Provenance(String source, String sourceKey, int page, String content) {}
