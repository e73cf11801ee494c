-- Names and telephone numbers are stored sealed, each by a key of its own. The keys lie here, wrapped by the master
-- key, which is in no database. Who erases one takes the key away; nothing that was ever written of it opens again.

CREATE TABLE personal_key (
    id           uuid        NOT NULL,
    subject      text        NOT NULL,
    wrapped      bytea,
    words        bigint[],
    created_at   timestamptz NOT NULL,
    destroyed_at timestamptz,
    CONSTRAINT personal_key_pkey PRIMARY KEY (id),
    CONSTRAINT personal_key_destroyed CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);

CREATE INDEX personal_key_subject ON personal_key (subject);

-- Keyed digests of the words by which a model is found, and of their beginnings.
CREATE INDEX personal_key_words ON personal_key USING gin (words) WHERE words IS NOT NULL;

-- One row: what those digests are keyed by, wrapped too. It tells a wrong master key at once.
CREATE TABLE personal_vault (
    id         integer     NOT NULL DEFAULT 1 CHECK (id = 1),
    search_key bytea       NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT personal_vault_pkey PRIMARY KEY (id)
);

-- What the pieces of an import's file are encrypted by, wrapped; forgotten when the import ends.
ALTER TABLE import_job ADD COLUMN file_key bytea;
