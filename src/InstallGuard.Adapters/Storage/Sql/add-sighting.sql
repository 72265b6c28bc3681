INSERT OR IGNORE INTO sightings (id_key, version_key, contents, source, id, version, identity, first_seen, publisher)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
