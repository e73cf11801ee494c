package vn.danvankheo.verifier;

import java.util.List;

/**
 * Something to be said about a bundle.
 *
 * @param key of the sentence
 * @param args what it is filled with
 */
record Finding(String key, List<Object> args) {}
