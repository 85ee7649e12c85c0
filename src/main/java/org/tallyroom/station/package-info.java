/**
 * Makes a meeting happen in a folder: prepare, print, take in, review, count, close. Knows the clock, randomness and
 * threads so that nothing below it has to, but neither terminal nor window. Start at {@link
 * org.tallyroom.station.Station}.
 */
package org.tallyroom.station;
