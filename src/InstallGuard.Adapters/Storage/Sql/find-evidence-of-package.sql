SELECT package_hash, evidence
FROM evidence
WHERE id_key = ?1 AND version_key = ?2 AND trust = ?3
ORDER BY rowid DESC
