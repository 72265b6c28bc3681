CREATE INDEX evidence_by_package ON evidence (id_key, version_key, trust)
