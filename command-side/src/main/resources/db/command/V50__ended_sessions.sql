-- Every process asks each second who has left while their access token still holds.
CREATE INDEX session_ended_at ON session (ended_at) WHERE ended_at IS NOT NULL;
