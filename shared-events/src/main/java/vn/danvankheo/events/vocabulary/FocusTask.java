package vn.danvankheo.events.vocabulary;

/**
 * A focus task of a plan (nhiệm vụ trọng tâm).
 *
 * @param code unique in its plan
 * @param title the task in words
 */
public record FocusTask(String code, String title) {}
