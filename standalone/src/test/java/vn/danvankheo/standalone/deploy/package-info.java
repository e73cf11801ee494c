/** The files by which the registry is run as separate processes. */
@NullMarked
package vn.danvankheo.standalone.deploy;

import org.jspecify.annotations.NullMarked;
