SELECT service_index, certificate, is_announced
FROM repository_certificates
ORDER BY rowid
