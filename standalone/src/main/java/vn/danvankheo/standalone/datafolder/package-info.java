/** The one folder that holds everything this process keeps: its lock, version and secrets. */
@NullMarked
package vn.danvankheo.standalone.datafolder;

import org.jspecify.annotations.NullMarked;
