SELECT repository, service_index
FROM repository_homes
ORDER BY rowid
