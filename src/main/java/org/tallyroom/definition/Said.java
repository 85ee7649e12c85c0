package org.tallyroom.definition;

/** A text of a definition, cleaned, and where it stands. */
public record Said(String value, Origin origin) {

    public boolean isEmpty() {
        return value.isEmpty();
    }
}
