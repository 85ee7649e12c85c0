/**
 * Millimetres on paper, pixels in an image, and the one bridge between them. Knows nothing of forms or images. Start at
 * {@link org.tallyroom.geometry.Homography}.
 */
package org.tallyroom.geometry;
