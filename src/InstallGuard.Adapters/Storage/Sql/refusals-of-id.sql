SELECT id, version, source, evidence, announced, refused_at, against, audited
FROM refusals
WHERE lock = ?1 AND id_key = ?2
ORDER BY refused_at DESC, rowid DESC
