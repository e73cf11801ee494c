/** Commands about accounts over HTTP. */
@NullMarked
package vn.danvankheo.command.account.http;

import org.jspecify.annotations.NullMarked;
