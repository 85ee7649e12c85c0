/**
 * Makes canonical JSON text from records and records from JSON text. Knows nothing of what the documents mean. Start at
 * {@link org.tallyroom.json.Json}.
 */
package org.tallyroom.json;
