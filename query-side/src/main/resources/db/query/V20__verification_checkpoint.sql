-- A signed checkpoint that whoever asks for the verification has kept elsewhere.
ALTER TABLE verification ADD COLUMN checkpoint text;
