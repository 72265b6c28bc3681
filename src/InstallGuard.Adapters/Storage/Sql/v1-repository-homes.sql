CREATE TABLE repository_homes (
    repository TEXT NOT NULL PRIMARY KEY,
    service_index TEXT NOT NULL,
    learned_on TEXT NOT NULL
)
