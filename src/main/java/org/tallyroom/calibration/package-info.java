/**
 * Makes criteria from profiles, profiles from scanned calibration sheets, and from measures and criteria the judgement of
 * a row. Knows nothing of counting rules beyond what a mark is. Start at {@link org.tallyroom.calibration.Criteria}.
 */
package org.tallyroom.calibration;
