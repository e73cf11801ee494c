/** Decisions about yearly movement plans (kế hoạch): commands, rules, nothing else. */
@NullMarked
package vn.danvankheo.command.plan.domain;

import org.jspecify.annotations.NullMarked;
