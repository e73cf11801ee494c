/** The audit: every event of everything, searched by who, what, where, when, why. */
@NullMarked
package vn.danvankheo.query.audit;

import org.jspecify.annotations.NullMarked;
