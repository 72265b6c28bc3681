INSERT INTO repository_homes (repository, service_index, learned_on)
VALUES (?1, ?2, ?3)
ON CONFLICT (repository) DO UPDATE
SET service_index = excluded.service_index,
    learned_on = excluded.learned_on
