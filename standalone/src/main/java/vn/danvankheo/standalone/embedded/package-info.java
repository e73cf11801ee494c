/** A real PostgreSQL and a MongoDB-protocol server run by this process. */
@NullMarked
package vn.danvankheo.standalone.embedded;

import org.jspecify.annotations.NullMarked;
