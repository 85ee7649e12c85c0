package org.tallyroom.definition;

/**
 * Where in the users' definitions something was said.
 *
 * @param file the file's name as the user gave it
 * @param line from 1; 0 for the file as a whole
 */
public record Origin(String file, int line) {}
