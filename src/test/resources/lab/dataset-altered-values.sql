-- Values that mydumper 0.10.1 writes as other values, silently.

SET SESSION sql_mode = '';

-- FLOAT goes through its text, which has six digits: 16777216 comes back as 16777200.
CREATE TABLE menagerie.precise (id INT NOT NULL PRIMARY KEY, f FLOAT) ENGINE=InnoDB;
INSERT INTO menagerie.precise VALUES (1, 16777216), (2, 3.402823e38), (3, 0.123456789);

-- The value of an ENUM that a lenient sql_mode made of an invalid one has the number 0 and the text ''; where ''
-- is a member, it comes back as that member.
CREATE TABLE menagerie.invalid_choice (id INT NOT NULL PRIMARY KEY, one ENUM('', 'a') NOT NULL) ENGINE=InnoDB;
INSERT INTO menagerie.invalid_choice VALUES (1, 'not one of them'), (2, ''), (3, 'a');
