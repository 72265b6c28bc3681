CREATE TABLE installations (
    folder TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    package_hash TEXT NOT NULL,
    source TEXT NOT NULL
)
