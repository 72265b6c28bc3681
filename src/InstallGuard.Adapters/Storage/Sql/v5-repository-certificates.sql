CREATE TABLE repository_certificates (
    service_index TEXT NOT NULL,
    certificate TEXT NOT NULL,
    is_announced INTEGER NOT NULL,
    learned_on TEXT NOT NULL,
    PRIMARY KEY (service_index, certificate)
)
