DELETE FROM refusals
WHERE lock = ?1 AND id_key = ?2 AND version_key = ?3
