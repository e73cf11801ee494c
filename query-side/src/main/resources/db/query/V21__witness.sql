-- What this installation has cosigned as a witness: of each log the last tree, which no smaller or other one may
-- follow. The note has the log's signature and ours.
CREATE TABLE witnessed_log (
    origin  text        NOT NULL,
    size    bigint      NOT NULL,
    root    bytea       NOT NULL,
    note    text        NOT NULL,
    seen_at timestamptz NOT NULL,
    CONSTRAINT witnessed_log_pkey PRIMARY KEY (origin)
);
