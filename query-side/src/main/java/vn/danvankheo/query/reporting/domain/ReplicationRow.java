package vn.danvankheo.query.reporting.domain;

import java.util.List;
import vn.danvankheo.events.state.Replica;

/**
 * A model that others took over, or that is kept up (Biểu 06).
 *
 * @param modelId the model's id
 * @param title its title
 * @param unitCode its unit
 * @param years the years in which it is registered
 * @param recognizedIn the years in which it was recognised
 * @param replicas where it was taken over
 */
public record ReplicationRow(
    String modelId,
    String title,
    String unitCode,
    List<Integer> years,
    List<Integer> recognizedIn,
    List<Replica> replicas) {}
