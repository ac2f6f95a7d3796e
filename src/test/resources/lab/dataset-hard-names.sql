-- Names that mydumper 0.10.1 cannot dump (a backtick, in the name of a table or a column) or myloader 0.10.1 cannot
-- load (it takes the name of the table from that of the file).

CREATE TABLE menagerie.`back``tick` (`a``b` INT NOT NULL PRIMARY KEY) ENGINE=InnoDB;
INSERT INTO menagerie.`back``tick` VALUES (1);
CREATE TABLE menagerie.back_ticked_column (`a``b` INT NOT NULL PRIMARY KEY) ENGINE=InnoDB;
INSERT INTO menagerie.back_ticked_column VALUES (1);
CREATE TABLE menagerie.`dotted.name` (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB;
INSERT INTO menagerie.`dotted.name` VALUES (1);
CREATE TABLE menagerie.`looks like a-schema` (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB;
INSERT INTO menagerie.`looks like a-schema` VALUES (1);
