/** Takeovers of models by other units (nhân rộng), each once: commands, rules, nothing else. */
@NullMarked
package vn.danvankheo.command.replication.domain;

import org.jspecify.annotations.NullMarked;
