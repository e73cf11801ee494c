package vn.danvankheo.command.importing;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.importing.encoding.LegacyAlphabet;
import vn.danvankheo.web.importing.CellFault;

/**
 * A row of a file, read by the form.
 *
 * @param number 1-based, as a spreadsheet counts
 * @param body what {@code POST /api/models} would get; a cell with a fault is left out
 * @param faults what could not be read
 * @param converted the legacy alphabets that its texts were converted from
 */
public record ImportRow(
    int number, ObjectNode body, List<CellFault> faults, Set<LegacyAlphabet> converted) {}
