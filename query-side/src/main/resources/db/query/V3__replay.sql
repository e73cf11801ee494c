-- Replays that somebody asked for. One is worked on under an advisory lock by whatever process comes first, and begun
-- again when that process ended.
CREATE TABLE replay (
    id          uuid        NOT NULL,
    no          integer     GENERATED ALWAYS AS IDENTITY,
    target      text        NOT NULL,
    subject     text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('PENDING', 'RUNNING', 'PAUSED', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    done        bigint      NOT NULL DEFAULT 0,
    total       bigint,
    started_by  text        NOT NULL,
    metadata    bytea       NOT NULL,
    result      bytea,
    error       text,
    idempotency_key text,
    fingerprint text,
    started_at  timestamptz,
    finished_at timestamptz,
    CONSTRAINT replay_pkey PRIMARY KEY (id),
    CONSTRAINT replay_key UNIQUE (started_by, idempotency_key)
);

CREATE INDEX replay_waiting ON replay (no) WHERE state IN ('PENDING', 'RUNNING');
