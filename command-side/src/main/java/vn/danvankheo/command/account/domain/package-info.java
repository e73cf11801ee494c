/** Decisions about users' accounts: commands, rules, nothing else. */
@NullMarked
package vn.danvankheo.command.account.domain;

import org.jspecify.annotations.NullMarked;
