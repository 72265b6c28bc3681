SELECT id, version, contents, identity, source, first_seen, publisher
FROM sightings
WHERE id_key = ?1 AND version_key = ?2
ORDER BY first_seen, rowid
