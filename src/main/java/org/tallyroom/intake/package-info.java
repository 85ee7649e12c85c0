/**
 * Makes page pictures from files and folders: PDF, TIFF, JPEG, PNG, told by their content. Knows nothing of forms:
 * every page becomes a picture or a fault with a name, and no file stops the others. Start at {@link
 * org.tallyroom.intake.ScanFile}.
 */
package org.tallyroom.intake;
