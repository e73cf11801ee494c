/** Reads the event log in its order without ever passing by an event that commits late. */
@NullMarked
package vn.danvankheo.query.reading;

import org.jspecify.annotations.NullMarked;
