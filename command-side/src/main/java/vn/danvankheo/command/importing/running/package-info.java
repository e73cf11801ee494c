/** Imports as long work: kept in the event database, done in steps, resumed by any process. */
@NullMarked
package vn.danvankheo.command.importing.running;

import org.jspecify.annotations.NullMarked;
