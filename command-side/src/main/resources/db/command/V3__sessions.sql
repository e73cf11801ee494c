-- Who may come in. Nothing here is ever part of an event.

CREATE TABLE credential (
    user_name     text        NOT NULL,
    password_hash text        NOT NULL,
    changed_at    timestamptz NOT NULL,
    CONSTRAINT credential_pkey PRIMARY KEY (user_name)
);

CREATE TABLE session (
    id         uuid        NOT NULL,
    user_name  text        NOT NULL,
    started_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at   timestamptz,
    CONSTRAINT session_pkey PRIMARY KEY (id)
);

CREATE INDEX session_user_name ON session (user_name);

-- A token is known by its digest only and is good for one use; one that is used twice was stolen.
CREATE TABLE refresh_token (
    token_hash text        NOT NULL,
    session_id uuid        NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    CONSTRAINT refresh_token_pkey PRIMARY KEY (token_hash)
);

CREATE INDEX refresh_token_session ON refresh_token (session_id);

-- Failed logins in a row, by the digest of user name and address or of the address alone.
CREATE TABLE login_attempt (
    subject       text        NOT NULL,
    failures      integer     NOT NULL,
    last_at       timestamptz NOT NULL,
    blocked_until timestamptz,
    CONSTRAINT login_attempt_pkey PRIMARY KEY (subject)
);
