INSERT OR REPLACE INTO installations (folder, state, package_hash, source)
VALUES (?1, ?2, ?3, ?4)
