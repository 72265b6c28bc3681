DROP TABLE IF EXISTS repository_homes
