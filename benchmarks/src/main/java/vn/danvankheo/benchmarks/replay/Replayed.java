package vn.danvankheo.benchmarks.replay;

/**
 * What one run of {@link ReplayProgram} took.
 *
 * @param events that were folded
 * @param documentSeconds until the last document was written
 * @param seconds until the indexes were made, too
 * @param processorSeconds what the process used of the processors
 * @param logSeconds what the event database's process used of them meanwhile
 * @param viewSeconds what the views' server used of them meanwhile
 * @param secondHalf how long the second half of the events took, as a multiple of the first
 * @param foretoldDocuments the time that was foretold after the first tenth, as a multiple of what
 *     it then took until the last document was written
 * @param foretold the same until the indexes were made, too
 * @param peakMegabytes the process's memory at its highest, with everything that a JVM has
 * @param heapMegabytes the heap at its highest
 * @param collection where the documents are
 */
record Replayed(
    long events,
    double documentSeconds,
    double seconds,
    double processorSeconds,
    double logSeconds,
    double viewSeconds,
    double secondHalf,
    double foretoldDocuments,
    double foretold,
    double peakMegabytes,
    double heapMegabytes,
    String collection) {}
