package org.tallyroom.store;

import java.util.List;

/**
 * Criteria that a meeting's pages are judged with, from the moment this fact is kept.
 *
 * @param seq from 1, the ones that the meeting was prepared with
 * @param hash of the criteria, 64 hex digits
 * @param profile the whole calibration profile, as text
 * @param reason why they replaced the ones before; empty for the first
 * @param deciders who decided so; nobody for the first
 */
public record CriteriaFact(int seq, String hash, String profile, String reason, List<String> deciders) {
    public CriteriaFact {
        deciders = List.copyOf(deciders);
    }
}
