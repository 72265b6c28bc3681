CREATE TABLE refusals (
    id_key TEXT NOT NULL,
    version_key TEXT NOT NULL,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    source TEXT NOT NULL,
    evidence TEXT NOT NULL,
    announced TEXT NOT NULL,
    refused_at TEXT NOT NULL,
    PRIMARY KEY (id_key, version_key)
)
