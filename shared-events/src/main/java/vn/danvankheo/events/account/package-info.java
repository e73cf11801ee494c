/** What can happen to a user's account; no secret is ever part of an event. */
@NullMarked
package vn.danvankheo.events.account;

import org.jspecify.annotations.NullMarked;
