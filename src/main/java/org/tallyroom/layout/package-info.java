/**
 * Makes a {@link org.tallyroom.layout.FormLayout} (every line, text and box in millimetres) from a form, a unit and a
 * paper size. Knows nothing of PDF or pixels: one layout prints and reads. Start at {@link
 * org.tallyroom.layout.Typesetter}.
 */
package org.tallyroom.layout;
