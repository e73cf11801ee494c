-- A replay whose data differs from the data in use waits until somebody lets it in. One that has ended can be told to
-- put back what was in use before. Who told it, and why, stands here until it is done.
ALTER TABLE replay
    ADD COLUMN awaits_swap boolean NOT NULL DEFAULT false,
    ADD COLUMN going_back  boolean NOT NULL DEFAULT false,
    ADD COLUMN swap        bytea;
