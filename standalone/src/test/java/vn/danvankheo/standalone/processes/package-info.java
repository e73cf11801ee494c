/** The packaged programs as their users run them: started, killed and asked over HTTP. */
@NullMarked
package vn.danvankheo.standalone.processes;

import org.jspecify.annotations.NullMarked;
