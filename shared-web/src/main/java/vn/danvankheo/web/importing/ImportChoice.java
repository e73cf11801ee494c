package vn.danvankheo.web.importing;

/**
 * One value that a cell may choose.
 *
 * @param code as the interface writes it
 * @param label as people read it, in Vietnamese
 */
public record ImportChoice(String code, String label) {}
