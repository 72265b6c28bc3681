INSERT INTO refusals (lock, id_key, version_key, package_hash, id, version, source, evidence, announced, refused_at, against)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (lock, id_key, version_key, package_hash) DO UPDATE
SET id = excluded.id,
    version = excluded.version,
    source = excluded.source,
    evidence = excluded.evidence,
    announced = excluded.announced,
    refused_at = excluded.refused_at,
    against = excluded.against
WHERE excluded.refused_at >= refused_at
