-- Issued reports are known to every decision too: once a year's report is out, its figures change only by correction.
DROP INDEX event_log_reference;
CREATE INDEX event_log_reference ON event_log (position)
    WHERE aggregate_type IN ('unit', 'plan', 'account', 'report');
