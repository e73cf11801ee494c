/** Decisions about units' yearly ratings (xếp loại): commands, rules, nothing else. */
@NullMarked
package vn.danvankheo.command.rating.domain;

import org.jspecify.annotations.NullMarked;
