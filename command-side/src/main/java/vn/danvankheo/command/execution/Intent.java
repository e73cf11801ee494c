package vn.danvankheo.command.execution;

import vn.danvankheo.command.domain.Command;

/**
 * One of several commands of a request.
 *
 * @param command the wish
 * @param expectation what is believed of its aggregate
 */
public record Intent(Command command, Expectation expectation) {}
