-- Tables written in the same transaction as the events they belong to.

-- The place in the log of the newest event of units, plans and accounts. Who changes one of these locks this row
-- first, so that such events are committed in the order of their positions; everybody else reads it to see
-- whether what they know of units and plans is still true.
CREATE TABLE reference_position (
    id       integer NOT NULL DEFAULT 1 CHECK (id = 1),
    position bigint  NOT NULL DEFAULT 0,
    CONSTRAINT reference_position_pkey PRIMARY KEY (id)
);

INSERT INTO reference_position DEFAULT VALUES;

-- A title is registered once by a unit for a year.
CREATE TABLE model_title (
    unit_code    text    NOT NULL,
    year         integer NOT NULL,
    folded_title text    NOT NULL,
    model_id     text    NOT NULL,
    CONSTRAINT model_title_pkey PRIMARY KEY (unit_code, year, folded_title)
);

CREATE INDEX model_title_model ON model_title (model_id);

-- The last registration number given out in a year; a rolled back registration gives its number back.
CREATE TABLE registration_number (
    year integer NOT NULL,
    last integer NOT NULL,
    CONSTRAINT registration_number_pkey PRIMARY KEY (year)
);

-- Answers to requests that may come again, by who sent them and their key.
CREATE TABLE idempotency (
    actor       text        NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    answer      bytea,
    created_at  timestamptz NOT NULL,
    CONSTRAINT idempotency_pkey PRIMARY KEY (actor, key)
);

CREATE INDEX idempotency_created_at ON idempotency (created_at);
