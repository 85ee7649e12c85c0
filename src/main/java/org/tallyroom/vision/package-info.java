/**
 * Makes page images from picture files, and squares, streaks, ink amounts and projective fits from page images. Knows
 * nothing of ballots or forms: no OpenCV type leaves it. Start at {@link org.tallyroom.vision.Pictures}.
 */
package org.tallyroom.vision;
