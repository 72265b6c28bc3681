SELECT id, version, source, evidence, announced, refused_at, against, audited
FROM refusals
WHERE lock = ?1
ORDER BY id_key, refused_at DESC, rowid DESC
