CREATE TABLE refusals (
    lock TEXT NOT NULL,
    id_key TEXT NOT NULL,
    version_key TEXT NOT NULL,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    package_hash TEXT NOT NULL,
    source TEXT NOT NULL,
    evidence TEXT NOT NULL,
    announced TEXT NOT NULL,
    refused_at TEXT NOT NULL,
    PRIMARY KEY (lock, id_key, version_key, package_hash)
)
