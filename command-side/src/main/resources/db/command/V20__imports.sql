-- Lists of models on their way in. A job is worked on under an advisory lock by whatever process comes first; how
-- far it is stands here in the same transaction as the events of its rows, so that it goes on where it was cut off.

CREATE TABLE import_job (
    id              uuid        NOT NULL,
    no              integer     GENERATED ALWAYS AS IDENTITY,
    state           text        NOT NULL CHECK (state IN ('PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED')),
    dry_run         boolean     NOT NULL,
    atomic          boolean     NOT NULL,
    file_name       text        NOT NULL,
    started_by      text        NOT NULL,
    metadata        bytea       NOT NULL,
    idempotency_key text,
    fingerprint     text        NOT NULL,
    total           integer,
    last_row        integer     NOT NULL DEFAULT 0,
    accepted        integer     NOT NULL DEFAULT 0,
    refused         integer     NOT NULL DEFAULT 0,
    position        bigint      NOT NULL DEFAULT 0,
    error           text,
    error_details   bytea,
    created_at      timestamptz NOT NULL,
    started_at      timestamptz,
    finished_at     timestamptz,
    CONSTRAINT import_job_pkey PRIMARY KEY (id),
    CONSTRAINT import_job_no UNIQUE (no),
    CONSTRAINT import_job_key UNIQUE (started_by, idempotency_key)
);

CREATE INDEX import_job_waiting ON import_job (no) WHERE state IN ('PENDING', 'RUNNING');

-- The file, only as long as it is needed: it may hold names and telephone numbers.
CREATE TABLE import_piece (
    job_id  uuid    NOT NULL REFERENCES import_job (id),
    no      integer NOT NULL,
    content bytea   NOT NULL,
    CONSTRAINT import_piece_pkey PRIMARY KEY (job_id, no)
);

ALTER TABLE import_piece ALTER COLUMN content SET STORAGE EXTERNAL;

-- What became of each row: never its words, only where and why it was refused.
CREATE TABLE import_row (
    job_id    uuid    NOT NULL REFERENCES import_job (id),
    row       integer NOT NULL,
    outcome   text    NOT NULL CHECK (outcome IN ('REGISTERED', 'VALID', 'REFUSED')),
    model_id  text,
    code      text,
    converted text,
    title     text,
    faults    bytea,
    CONSTRAINT import_row_pkey PRIMARY KEY (job_id, row)
);

-- By the digest of unit, year and folded title, to find a title that comes twice in one file.
CREATE INDEX import_row_title ON import_row (job_id, title) WHERE title IS NOT NULL;
