package vn.danvankheo.events.state;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Decision;

/**
 * A registration was approved.
 *
 * @param decision the decision, if there was one
 * @param note a remark
 * @param selfApproved whether the approver had registered it
 */
public record Approval(@Nullable Decision decision, @Nullable String note, boolean selfApproved) {}
