package org.tallyroom.meeting;

import java.util.Map;
import org.tallyroom.definition.Origin;

/**
 * An assessed unit (参评单位).
 *
 * @param homeGroup its home supervision group (原督导组)
 * @param headcounts respondents it sends, by respondent type id, where they differ from the type's own number
 */
public record Unit(
        String id, String name, String shortName, String homeGroup, Map<String, Integer> headcounts, Origin origin) {

    public Unit {
        headcounts = Map.copyOf(headcounts);
    }

    public int headcount(RespondentType type) {
        return headcounts.getOrDefault(type.id(), type.perUnit());
    }
}
