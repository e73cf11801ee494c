-- The event log: what everything else can be rebuilt from. Rows are added, never changed or taken away.
-- Positions come from a sequence of their own without cache and are drawn by the insert itself, so that the
-- time between drawing and committing one stays short.

CREATE SEQUENCE event_log_position AS bigint CACHE 1;

CREATE TABLE event_log (
    position       bigint      NOT NULL DEFAULT nextval('event_log_position'),
    event_id       uuid        NOT NULL,
    aggregate_type text        NOT NULL,
    aggregate_id   text        NOT NULL,
    version        bigint      NOT NULL,
    type           text        NOT NULL,
    revision       integer     NOT NULL,
    recorded_at    timestamptz NOT NULL,
    payload        bytea       NOT NULL,
    metadata       bytea       NOT NULL,
    CONSTRAINT event_log_pkey PRIMARY KEY (position),
    CONSTRAINT event_log_event_id UNIQUE (event_id),
    CONSTRAINT event_log_version UNIQUE (aggregate_id, version)
);

ALTER SEQUENCE event_log_position OWNED BY event_log.position;

CREATE INDEX event_log_recorded_at ON event_log (recorded_at);

-- Units, plans and accounts are few and are known to every decision: they are read apart from the models.
CREATE INDEX event_log_reference ON event_log (position) WHERE aggregate_type IN ('unit', 'plan', 'account');

-- The newest state of an aggregate, kept only to load it faster; may be emptied at any time.
CREATE TABLE snapshot (
    aggregate_id   text        NOT NULL,
    aggregate_type text        NOT NULL,
    version        bigint      NOT NULL,
    type           text        NOT NULL,
    revision       text        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    payload        bytea       NOT NULL,
    CONSTRAINT snapshot_pkey PRIMARY KEY (aggregate_id)
);

-- One row: what makes this installation itself. Views remember the event store they were folded from;
-- tokens are signed with the secret unless one is given to the processes.
CREATE TABLE installation (
    id             integer     NOT NULL DEFAULT 1 CHECK (id = 1),
    event_store_id uuid        NOT NULL DEFAULT gen_random_uuid(),
    jwt_secret     bytea       NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT installation_pkey PRIMARY KEY (id)
);

-- Three random UUIDs carry 366 bits from the server's strong random source; their digest has 256.
INSERT INTO installation (jwt_secret)
VALUES (sha256((gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text)::bytea));

-- For auditors: the log in readable columns, time in Vietnam's zone.
CREATE VIEW event_log_readable AS
SELECT position,
       recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh'                   AS recorded_at_vietnam,
       aggregate_type,
       aggregate_id,
       version,
       type,
       revision,
       convert_from(metadata, 'UTF8')::jsonb -> 'actor' ->> 'userName' AS user_name,
       convert_from(metadata, 'UTF8')::jsonb -> 'actor' ->> 'position' AS actor_position,
       convert_from(metadata, 'UTF8')::jsonb -> 'actor' ->> 'unitCode' AS actor_unit,
       convert_from(metadata, 'UTF8')::jsonb -> 'actor' ->> 'role'     AS actor_role,
       convert_from(metadata, 'UTF8')::jsonb ->> 'reason'              AS reason,
       convert_from(metadata, 'UTF8')::jsonb ->> 'basis'               AS basis,
       convert_from(metadata, 'UTF8')::jsonb ->> 'requestId'           AS request_id,
       convert_from(payload, 'UTF8')::jsonb                            AS payload,
       convert_from(metadata, 'UTF8')::jsonb                           AS metadata,
       event_id
FROM event_log;
