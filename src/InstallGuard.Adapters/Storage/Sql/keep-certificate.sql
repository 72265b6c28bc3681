INSERT INTO repository_certificates (service_index, certificate, is_announced, learned_on)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (service_index, certificate) DO UPDATE
SET is_announced = excluded.is_announced
