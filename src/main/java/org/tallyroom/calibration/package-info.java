/**
 * Makes criteria and scanner profiles, and from measures and criteria the judgement of a row. Knows nothing of counting
 * rules beyond what a mark is. Start at {@link org.tallyroom.calibration.Judgement}.
 */
package org.tallyroom.calibration;
