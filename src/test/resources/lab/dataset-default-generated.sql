-- A table whose columns 8.0 marks DEFAULT_GENERATED: mydumper 0.10.1 leaves them out of the dump, silently.

CREATE TABLE menagerie.stamped (
  id INT NOT NULL PRIMARY KEY,
  made DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed TIMESTAMP(3) NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
  what VARCHAR(20)
) ENGINE=InnoDB;
INSERT INTO menagerie.stamped VALUES (1, '2001-02-03 04:05:06', '2001-02-03 04:05:06.789', 'first'),
  (2, '2011-12-13 14:15:16', NULL, 'second');
