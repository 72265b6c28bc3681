DELETE FROM refusals
WHERE id_key = ?1 AND version_key = ?2
