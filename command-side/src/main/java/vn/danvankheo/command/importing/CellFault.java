package vn.danvankheo.command.importing;

import java.util.Map;

/**
 * Something wrong in a file, at its cell.
 *
 * @param row 1-based, as a spreadsheet counts
 * @param column the form's heading; empty for a column that has none
 * @param cell the address, such as {@code F12}
 * @param code stable and machine readable
 * @param details what the words need, by name; never personal data
 */
public record CellFault(
    int row, String column, String cell, String code, Map<String, Object> details) {}
