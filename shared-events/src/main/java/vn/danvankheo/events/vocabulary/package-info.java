/**
 * The words of the registry: enums and small records of plain values used in events and over HTTP.
 */
@NullMarked
package vn.danvankheo.events.vocabulary;

import org.jspecify.annotations.NullMarked;
