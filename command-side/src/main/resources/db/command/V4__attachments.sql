-- Papers that go with models, known by the digest of their content and kept once. The content is cut into
-- pieces, so that neither side ever holds a whole one in memory.

CREATE TABLE attachment (
    id         text        NOT NULL,
    name       text        NOT NULL,
    media_type text        NOT NULL,
    size       bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text        NOT NULL,
    CONSTRAINT attachment_pkey PRIMARY KEY (id)
);

CREATE TABLE attachment_piece (
    attachment_id text    NOT NULL REFERENCES attachment (id),
    no            integer NOT NULL,
    content       bytea   NOT NULL,
    CONSTRAINT attachment_piece_pkey PRIMARY KEY (attachment_id, no)
);

-- PDF, pictures and office files are compressed already.
ALTER TABLE attachment_piece ALTER COLUMN content SET STORAGE EXTERNAL;
