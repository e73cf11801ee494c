-- The transparency log over the event log: a Merkle tree (RFC 9162) of one small entry for each event, in the order
-- of the log. One process writes, in one transaction for all four tables; nothing is ever changed but the last
-- tile of each level, which grows.

-- Every tree that was signed. A note is the text that was published; witnesses' signatures are added below it.
CREATE TABLE ledger_checkpoint (
    size      bigint      NOT NULL,
    position  bigint      NOT NULL,
    root      bytea       NOT NULL,
    signed_at timestamptz NOT NULL,
    note      text        NOT NULL,
    CONSTRAINT ledger_checkpoint_pkey PRIMARY KEY (size)
);

CREATE TABLE ledger_entry (
    leaf_index bigint NOT NULL,
    event_id   uuid   NOT NULL,
    position   bigint NOT NULL,
    entry      bytea  NOT NULL,
    CONSTRAINT ledger_entry_pkey PRIMARY KEY (leaf_index),
    CONSTRAINT ledger_entry_event_id UNIQUE (event_id)
);

-- 256 hashes in a full one; hashes do not compress.
CREATE TABLE ledger_tile (
    level  integer NOT NULL,
    index  bigint  NOT NULL,
    hashes bytea   NOT NULL,
    CONSTRAINT ledger_tile_pkey PRIMARY KEY (level, index)
);

ALTER TABLE ledger_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

-- Public keys by which checkpoints were signed, the newest with the highest number; old ones stay for old checkpoints.
CREATE TABLE ledger_key (
    no        integer GENERATED ALWAYS AS IDENTITY,
    verifier  text   NOT NULL,
    from_size bigint NOT NULL,
    CONSTRAINT ledger_key_pkey PRIMARY KEY (no),
    CONSTRAINT ledger_key_verifier UNIQUE (verifier)
);
