SELECT package_hash, source
FROM installations
WHERE folder = ?1 AND state = ?2
