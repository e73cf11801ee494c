package vn.danvankheo.query.audit.ledger;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.audit.ledger.domain.LedgerState;

/**
 * How this process stands to the ledger.
 *
 * @param state in one word
 * @param detail what is wrong; null when nothing is
 * @param size of the ledger as it was seen last, from 0
 */
public record LedgerStatus(LedgerState state, @Nullable String detail, long size) {}
