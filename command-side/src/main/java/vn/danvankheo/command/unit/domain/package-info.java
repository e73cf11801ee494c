/** Decisions about organisational units (đơn vị): commands, rules, nothing else. */
@NullMarked
package vn.danvankheo.command.unit.domain;

import org.jspecify.annotations.NullMarked;
