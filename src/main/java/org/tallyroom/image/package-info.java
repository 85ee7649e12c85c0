/**
 * One scanned page as pixels. Knows nothing of what is on it, nor of files. Start at {@link
 * org.tallyroom.image.PageImage}.
 */
package org.tallyroom.image;
