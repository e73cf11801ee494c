-- Different views may be replayed at the same time. That a replay of all views conflicts with each of one is seen to
-- when they are asked for, one after the other; this keeps out two of the same.
DROP INDEX replay_of_views;
CREATE UNIQUE INDEX replay_of_views ON replay (subject)
    WHERE target = 'views' AND state IN ('PENDING', 'RUNNING', 'PAUSED');

-- What was in use before it is gone for good.
ALTER TABLE replay ADD COLUMN former_dropped boolean NOT NULL DEFAULT false;
