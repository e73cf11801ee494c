/** Real stores for tests: PostgreSQL with the command side's schema, MongoDB-wire servers. */
@NullMarked
package vn.danvankheo.query.testing;

import org.jspecify.annotations.NullMarked;
