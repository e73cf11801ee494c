-- Views are replayed by the process that leads them. Whatever process is asked, what a running replay is told stands
-- in its row: its state and its rate limit. From the moment of the swap nothing can be told any more.
ALTER TABLE replay
    ADD COLUMN rate_limit bigint,
    ADD COLUMN per_second double precision,
    ADD COLUMN ends_at    timestamptz,
    ADD COLUMN swapping   boolean NOT NULL DEFAULT false;

-- One at a time.
CREATE UNIQUE INDEX replay_of_views ON replay (target)
    WHERE target = 'views' AND state IN ('PENDING', 'RUNNING', 'PAUSED');
