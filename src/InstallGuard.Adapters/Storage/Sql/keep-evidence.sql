INSERT OR REPLACE INTO evidence (package_hash, trust, id_key, version_key, id, version, evidence)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
