SELECT service_index, certificate
FROM repository_certificates
ORDER BY rowid
