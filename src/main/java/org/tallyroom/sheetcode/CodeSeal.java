package org.tallyroom.sheetcode;

/**
 * Seals sheet codes with the meeting's secret and opens scanned ones: HMAC-SHA-256 over the payload and the full
 * definition hash, truncated to 96 bit.
 */
public final class CodeSeal {}
