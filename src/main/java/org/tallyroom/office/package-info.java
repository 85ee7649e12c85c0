/**
 * Makes tables from office files, and office files from reports. Knows nothing of what the figures mean. Start at
 * {@link org.tallyroom.office.UnitFile}.
 */
package org.tallyroom.office;
