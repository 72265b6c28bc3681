SELECT id, version, contents, identity, source, first_seen, publisher
FROM sightings
WHERE id_key = ?1
ORDER BY first_seen, rowid
