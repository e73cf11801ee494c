/** Lists as CSV and XLSX: streamed, typed, deterministic and safe to open in a spreadsheet. */
@NullMarked
package vn.danvankheo.web.table;

import org.jspecify.annotations.NullMarked;
