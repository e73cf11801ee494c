/** Definitions of reports: pure folds from events to figures and lists, by version. */
@NullMarked
package vn.danvankheo.query.reporting.domain;

import org.jspecify.annotations.NullMarked;
