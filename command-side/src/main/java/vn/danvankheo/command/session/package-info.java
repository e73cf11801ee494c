/** Who may come in: credentials, logins, sessions, the first administrator. */
@NullMarked
package vn.danvankheo.command.session;

import org.jspecify.annotations.NullMarked;
