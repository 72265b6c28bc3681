CREATE TABLE evidence (
    package_hash TEXT NOT NULL,
    trust TEXT NOT NULL,
    id_key TEXT NOT NULL,
    version_key TEXT NOT NULL,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    evidence TEXT NOT NULL,
    PRIMARY KEY (package_hash, trust)
)
