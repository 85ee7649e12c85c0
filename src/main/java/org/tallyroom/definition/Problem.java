package org.tallyroom.definition;

import org.tallyroom.message.Message;

/** One thing wrong in a definition: where, and a sentence that says what and what to do. */
public record Problem(Origin origin, Message sentence) {}
