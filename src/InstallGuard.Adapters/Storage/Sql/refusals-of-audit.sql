SELECT id, version, source, evidence, announced, refused_at, against, audited
FROM refusals
WHERE lock = ?1 AND audited <> ''
ORDER BY id_key, rowid
