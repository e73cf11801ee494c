/** Accounts: who the acting persons are, without any secret. */
@NullMarked
package vn.danvankheo.query.views.accounts;

import org.jspecify.annotations.NullMarked;
