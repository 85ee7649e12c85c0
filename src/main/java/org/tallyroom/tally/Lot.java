package org.tallyroom.tally;

/** The sheets of one unit and respondent type (票种): what is printed, handed out, collected and counted together. */
public record Lot(String unit, String respondentType) {}
