/**
 * Makes a {@link org.tallyroom.meeting.Meeting} (units, respondent types, headcounts, rules) from a meeting definition.
 * Knows nothing of paper or counts. Start at {@link org.tallyroom.meeting.MeetingDefinition}.
 */
package org.tallyroom.meeting;
