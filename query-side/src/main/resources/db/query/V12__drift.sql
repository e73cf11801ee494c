-- View documents that were found not to be what their events give. Of a document there is one finding at a time until it
-- is healed; differences are JSON, personal values hidden.
CREATE TABLE drift (
    no          bigint      GENERATED ALWAYS AS IDENTITY,
    view        text        NOT NULL,
    document_id text        NOT NULL,
    position    bigint      NOT NULL,
    found_at    timestamptz NOT NULL,
    differences bytea       NOT NULL,
    healed_at   timestamptz,
    CONSTRAINT drift_pkey PRIMARY KEY (no)
);

CREATE UNIQUE INDEX drift_open ON drift (view, document_id) WHERE healed_at IS NULL;
