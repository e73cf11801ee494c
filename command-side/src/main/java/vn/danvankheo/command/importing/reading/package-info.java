/** Rows of cells out of XLSX and CSV files, one at a time, whatever the file does to prevent it. */
@NullMarked
package vn.danvankheo.command.importing.reading;

import org.jspecify.annotations.NullMarked;
