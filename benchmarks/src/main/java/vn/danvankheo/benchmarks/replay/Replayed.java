package vn.danvankheo.benchmarks.replay;

/**
 * What one run of {@link ReplayProgram} took.
 *
 * @param events that were folded
 * @param documentSeconds until the last document was written
 * @param seconds until the indexes were made, too
 * @param processorSeconds what the process used of the processors
 * @param secondHalf how long the second half of the events took, as a multiple of the first
 * @param peakMegabytes the process's memory at its highest, with everything that a JVM has
 * @param collection where the documents are
 */
record Replayed(
    long events,
    double documentSeconds,
    double seconds,
    double processorSeconds,
    double secondHalf,
    double peakMegabytes,
    String collection) {}
