CREATE TABLE sightings (
    id_key TEXT NOT NULL,
    version_key TEXT NOT NULL,
    contents TEXT NOT NULL,
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    identity TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    PRIMARY KEY (id_key, version_key, contents, source)
)
