/** Replays the views of a running registry from the command line. */
@NullMarked
package vn.danvankheo.standalone.replay;

import org.jspecify.annotations.NullMarked;
