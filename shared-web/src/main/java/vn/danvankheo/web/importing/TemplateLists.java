package vn.danvankheo.web.importing;

import java.util.List;

/**
 * What is known when an empty form is asked for, to be listed in it.
 *
 * @param units codes and names of the units that may register
 * @param legalBases codes and titles of the plan's legal bases
 * @param focusTasks codes and titles of the plan's focus tasks
 */
public record TemplateLists(
    List<ImportChoice> units, List<ImportChoice> legalBases, List<ImportChoice> focusTasks) {
  /** Nothing known. */
  public static final TemplateLists NONE = new TemplateLists(List.of(), List.of(), List.of());

  /** Keeps its own copies of the lists. */
  public TemplateLists {
    units = List.copyOf(units);
    legalBases = List.copyOf(legalBases);
    focusTasks = List.copyOf(focusTasks);
  }
}
