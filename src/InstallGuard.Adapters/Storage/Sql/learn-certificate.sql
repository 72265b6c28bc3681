INSERT OR IGNORE INTO repository_certificates (service_index, certificate, learned_on)
VALUES (?1, ?2, ?3)
