package vn.danvankheo.command.importing.running;

/**
 * An import that will be worked on.
 *
 * @param id by what it is asked for
 * @param replayed whether the same file was handed in with the same key before
 */
public record Accepted(String id, boolean replayed) {}
