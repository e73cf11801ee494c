/** How the ledger grows and what it must agree with, without a store. */
@NullMarked
package vn.danvankheo.query.audit.ledger.domain;

import org.jspecify.annotations.NullMarked;
