-- Tables whose CREATE TABLE, as mydumper 0.10.1 writes it, an 8.0 server with its default sql_mode refuses or gets wrong.

SET SESSION sql_mode = '';

-- Refused with 1067 (invalid default value) under NO_ZERO_DATE.
CREATE TABLE menagerie.zero_defaults (
  id INT NOT NULL PRIMARY KEY, d DATE NOT NULL DEFAULT '0000-00-00',
  dt DATETIME(6) NOT NULL DEFAULT '0000-00-00 00:00:00.000000'
) ENGINE=InnoDB;
INSERT INTO menagerie.zero_defaults VALUES (1, '0000-00-00', '0000-00-00 00:00:00'), (2, '2020-02-29', '2020-02-29 12:00:00');

-- From 5.7, whose SHOW CREATE TABLE writes '$.name' without a character set: under the dump's SET NAMES binary the
-- text becomes a binary one, and every INSERT ends with 3144 (cannot create a JSON value from a binary string).
CREATE TABLE menagerie.named_documents (
  id INT NOT NULL PRIMARY KEY, body JSON,
  name VARCHAR(50) GENERATED ALWAYS AS (body->>'$.name') VIRTUAL, KEY by_name (name)
) ENGINE=InnoDB CHARACTER SET utf8mb4;
INSERT INTO menagerie.named_documents (id, body) VALUES (1, '{"name": "Käthe"}'), (2, '{"name": null}'), (3, NULL);

-- From 5.7, for the same reason: loaded without an error, but as another expression.
CREATE TABLE menagerie.labelled (
  id INT NOT NULL PRIMARY KEY, price DECIMAL(10,2) NOT NULL,
  label VARCHAR(60) GENERATED ALWAYS AS (CONCAT('costs ', price, ' €')) STORED
) ENGINE=InnoDB CHARACTER SET utf8mb4;
INSERT INTO menagerie.labelled (id, price) VALUES (1, 9.99), (2, -1);
