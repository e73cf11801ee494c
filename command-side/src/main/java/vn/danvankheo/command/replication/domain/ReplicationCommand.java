package vn.danvankheo.command.replication.domain;

import vn.danvankheo.command.domain.Command;

/** A wish about a takeover. */
public sealed interface ReplicationCommand extends Command permits RecordTakeover {}
