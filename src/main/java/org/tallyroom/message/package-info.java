/**
 * Makes a sentence in a given language from a key and its arguments. Knows nothing of ballots, files or windows: the
 * core hands out {@link org.tallyroom.message.Message}s and holds no sentence. Start at {@link
 * org.tallyroom.message.Sentences}.
 */
package org.tallyroom.message;
