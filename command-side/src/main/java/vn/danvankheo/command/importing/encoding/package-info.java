/** Recognises how Vietnamese was written in a file: Unicode, or the fonts of before. */
@NullMarked
package vn.danvankheo.command.importing.encoding;

import org.jspecify.annotations.NullMarked;
