/** The write side: decides commands, appends events, keeps what must be unique. */
@NullMarked
package vn.danvankheo.command;

import org.jspecify.annotations.NullMarked;
