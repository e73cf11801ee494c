/** What a witness may cosign, decided without a store. */
@NullMarked
package vn.danvankheo.query.audit.witness.domain;

import org.jspecify.annotations.NullMarked;
