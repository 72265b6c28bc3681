SELECT evidence
FROM evidence
WHERE package_hash = ?1 AND trust = ?2
