/**
 * Executes commands: one unit of work and one transaction for each request, however many models.
 */
@NullMarked
package vn.danvankheo.command.execution;

import org.jspecify.annotations.NullMarked;
