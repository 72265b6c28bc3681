SELECT id, version, source, evidence, announced, refused_at
FROM refusals
WHERE id_key = ?1
ORDER BY refused_at DESC, rowid DESC
