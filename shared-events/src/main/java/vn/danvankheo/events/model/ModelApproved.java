package vn.danvankheo.events.model;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Decision;

/**
 * The registration was approved; the model is carried out.
 *
 * @param year the term, 2000 to 2100
 * @param decision the decision, if there was one
 * @param note a remark
 * @param selfApproved whether the approver had registered it, as the plan allows
 */
public record ModelApproved(
    int year, @Nullable Decision decision, @Nullable String note, boolean selfApproved)
    implements ModelEvent {}
