package org.tallyroom.store;

import java.util.Optional;

/**
 * What taking in one page gave, before pages are compared with each other and before anything is judged.
 *
 * @param id random: it tells neither order nor place
 * @param picture name of the stored picture; empty when there was none to store
 * @param outcome read, unreadable, foreign, duplicate or blank
 * @param reason one of the contract's reasons
 * @param sheet token hash of the sheet, when the page belongs to one of ours
 * @param page of the sheet, from 1; 0 when unknown
 * @param reading the raw measures as JSON, judged on demand
 */
public record PageFact(
        String id,
        Optional<String> picture,
        String outcome,
        Optional<String> reason,
        Optional<String> sheet,
        int page,
        Optional<String> reading) {}
