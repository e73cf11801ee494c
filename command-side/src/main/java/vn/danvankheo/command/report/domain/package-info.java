/** Decisions about issued reports (báo cáo): commands, rules, nothing else. */
@NullMarked
package vn.danvankheo.command.report.domain;

import org.jspecify.annotations.NullMarked;
