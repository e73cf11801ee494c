-- A takeover has a stream of its own, replication:{source}:{unit}:{year}; who asks for all about the source finds it by this.
CREATE INDEX event_log_replication ON event_log (split_part(aggregate_id, ':', 2))
    WHERE aggregate_type = 'replication';
