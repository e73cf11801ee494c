package vn.danvankheo.events.vocabulary;

/**
 * The model another one was replicated from, as it was then.
 *
 * @param id its id
 * @param title its title
 * @param unitCode its unit
 */
public record SourceModel(String id, String title, String unitCode) {}
