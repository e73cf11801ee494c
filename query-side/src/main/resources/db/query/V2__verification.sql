-- Verifications of the log against its ledger that somebody asked for. One is worked on under an advisory lock by
-- whatever process comes first, and begun again when that process ended.
CREATE TABLE verification (
    id            uuid        NOT NULL,
    no            integer     GENERATED ALWAYS AS IDENTITY,
    state         text        NOT NULL CHECK (state IN ('PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED')),
    from_position bigint      NOT NULL,
    to_position   bigint      NOT NULL,
    done          bigint      NOT NULL DEFAULT 0,
    total         bigint,
    started_by    text        NOT NULL,
    metadata      bytea       NOT NULL,
    report        bytea,
    started_at    timestamptz,
    finished_at   timestamptz,
    CONSTRAINT verification_pkey PRIMARY KEY (id)
);

CREATE INDEX verification_waiting ON verification (no) WHERE state IN ('PENDING', 'RUNNING');
