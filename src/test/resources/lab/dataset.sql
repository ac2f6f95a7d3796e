-- What breaks migrations, as far as mydumper 0.10.1 can carry it from 5.7 and from 8.0. Two databases: `menagerie`
-- (utf8mb4) and `old town` (latin1). Run as root: some definers do not exist.

SET NAMES utf8mb4;
SET SESSION sql_mode = '';
SET SESSION time_zone = '+00:00';

CREATE DATABASE menagerie CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE DATABASE `old town` CHARACTER SET latin1 COLLATE latin1_swedish_ci;

USE menagerie;

-- Tables by their keys ------------------------------------------------------------------------------------------

CREATE TABLE no_key (a INT, b VARCHAR(20)) ENGINE=InnoDB;
INSERT INTO no_key VALUES (1, 'twice'), (1, 'twice'), (NULL, NULL), (2, '');

CREATE TABLE only_unique (a INT NOT NULL, b INT, UNIQUE KEY (a), UNIQUE KEY (b)) ENGINE=InnoDB;
INSERT INTO only_unique VALUES (1, NULL), (2, NULL), (3, 3);

CREATE TABLE composite (
  region CHAR(2) NOT NULL, number INT UNSIGNED NOT NULL, since DATE NOT NULL, what VARBINARY(50),
  PRIMARY KEY (region, number, since), KEY backwards (since, region)
) ENGINE=InnoDB;
INSERT INTO composite VALUES
  ('de', 1, '2020-02-29', 0x00FF0A0D27225C1A), ('de', 1, '2020-03-01', 'plain'), ('DK', 4294967295, '9999-12-31', NULL);

CREATE TABLE text_key (id VARCHAR(191) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY, n INT) ENGINE=InnoDB;
INSERT INTO text_key VALUES ('a', 1), ('A', 2), ('ä', 3), (' a', 4), ('日本', 5), ('🦁', 6), ('', 7), ('''"`\\', 8);

CREATE TABLE big_keys (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, n BIGINT) ENGINE=InnoDB;
INSERT INTO big_keys VALUES (1, -9223372036854775808), (9223372036854775808, 9223372036854775807),
  (18446744073709551610, 0);

CREATE TABLE negative_keys (id BIGINT NOT NULL PRIMARY KEY, n INT) ENGINE=InnoDB;
INSERT INTO negative_keys VALUES (-9223372036854775808, 1), (-1, 2), (0, 3), (9223372036854775807, 4);

-- A zero in an AUTO_INCREMENT column becomes a new number when it is loaded without NO_AUTO_VALUE_ON_ZERO.
CREATE TABLE zero_key (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, n INT) ENGINE=InnoDB;
SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO';
INSERT INTO zero_key VALUES (0, 1), (5, 2);
SET SESSION sql_mode = '';

CREATE TABLE empty_one (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB;
CREATE TABLE empty_two (a INT, KEY (a)) ENGINE=InnoDB AUTO_INCREMENT=1 COMMENT='empty; with ''quotes''';

-- Foreign keys --------------------------------------------------------------------------------------------------

CREATE TABLE hen (id INT NOT NULL PRIMARY KEY, hatched_from INT) ENGINE=InnoDB;
CREATE TABLE egg (id INT NOT NULL PRIMARY KEY, laid_by INT,
  CONSTRAINT egg_laid_by FOREIGN KEY (laid_by) REFERENCES hen (id) ON DELETE SET NULL ON UPDATE CASCADE) ENGINE=InnoDB;
INSERT INTO hen VALUES (1, NULL), (2, NULL);
INSERT INTO egg VALUES (10, 1), (11, 2), (12, NULL);
UPDATE hen SET hatched_from = id + 9;
ALTER TABLE hen ADD CONSTRAINT hen_hatched_from FOREIGN KEY (hatched_from) REFERENCES egg (id);

CREATE TABLE tree (id INT NOT NULL PRIMARY KEY, parent INT,
  CONSTRAINT tree_parent FOREIGN KEY (parent) REFERENCES tree (id)) ENGINE=InnoDB;
INSERT INTO tree VALUES (1, NULL), (3, 1), (2, 3);

CREATE TABLE abroad (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB;
INSERT INTO abroad VALUES (1), (2);

-- Types ---------------------------------------------------------------------------------------------------------

CREATE TABLE computed (
  id INT NOT NULL PRIMARY KEY, price DECIMAL(20,6) NOT NULL, amount INT NOT NULL,
  total DECIMAL(30,6) GENERATED ALWAYS AS (price * amount) STORED,
  doubled_amount BIGINT GENERATED ALWAYS AS (amount * 2) VIRTUAL,
  tail INT NOT NULL,
  KEY by_total (total), KEY by_doubled (doubled_amount)
) ENGINE=InnoDB;
INSERT INTO computed (id, price, amount, tail) VALUES (1, 9.99, 3, 7), (2, -0.000001, 1000000, 8);

CREATE TABLE documents (id INT NOT NULL PRIMARY KEY, body JSON) ENGINE=InnoDB;
INSERT INTO documents (id, body) VALUES (1, '{"name": "ä\\"q\\"", "list": [1, 2.5, null, true, {"x": []}]}'),
  (2, 'null'), (3, NULL), (4, '"text"'), (5, '1e300'), (6, '{"b": 1, "aa": 2, "": 3}');

CREATE TABLE places (id INT NOT NULL PRIMARY KEY, spot POINT NOT NULL, area GEOMETRY, SPATIAL KEY by_spot (spot))
  ENGINE=InnoDB;
INSERT INTO places VALUES (1, ST_GeomFromText('POINT(1.5 -2)'), NULL),
  (2, ST_GeomFromText('POINT(0 0)'), ST_GeomFromText('POLYGON((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 3 2, 3 3, 2 2))')),
  (3, ST_GeomFromText('POINT(-180 90)'), ST_GeomFromText('LINESTRING(0 0, 1 1, 2 0)'));

CREATE TABLE bits (id INT NOT NULL PRIMARY KEY, one BIT(1), nine BIT(9), all_of_them BIT(64)) ENGINE=InnoDB;
INSERT INTO bits VALUES (1, b'1', b'101010101', 18446744073709551615), (2, b'0', b'0', 0), (3, NULL, NULL, NULL);

CREATE TABLE choices (
  id INT NOT NULL PRIMARY KEY, one ENUM('', 'a', 'b,c', 'd''e', 'ü') NOT NULL, some SET('x', 'y', 'ü') NOT NULL
) ENGINE=InnoDB;
INSERT INTO choices VALUES (1, 'a', 'x,ü'), (2, 'd''e', ''), (3, 'not one of them', 'y'), (4, '', 'x,y,ü');

CREATE TABLE moments (
  id INT NOT NULL PRIMARY KEY, d DATE NOT NULL, dt DATETIME(6),
  ts TIMESTAMP NULL DEFAULT NULL, t TIME(3), y YEAR
) ENGINE=InnoDB;
INSERT INTO moments VALUES (1, '0000-00-00', '0000-00-00 00:00:00', NULL, '-838:59:59', 0),
  (2, '2020-00-00', '1000-01-01 00:00:00.000001', '1970-01-01 00:00:01', '838:59:59', 1901),
  (3, '9999-12-31', '9999-12-31 23:59:59.999999', '2038-01-19 03:14:07', '00:00:00.001', 2155),
  (4, '2021-02-31', '2021-03-28 02:30:00', '2021-10-31 01:30:00', NULL, NULL);

CREATE TABLE numbers (
  id INT NOT NULL PRIMARY KEY, f FLOAT, d DOUBLE, u TINYINT UNSIGNED, m MEDIUMINT, z INT(8) UNSIGNED ZEROFILL,
  exact DECIMAL(65,30)
) ENGINE=InnoDB;
INSERT INTO numbers VALUES (1, 1.1, 1.1, 255, -8388608, 42, 0.000000000000000000000000000001),
  (2, 3.402823e38, 1.7976931348623157e308, 0, 8388607, 0, -99999999999999999999999999999999999.999999999999999999999999999999),
  (3, 1e-38, 2.2250738585072014e-308, NULL, NULL, NULL, NULL), (4, 16777217, 0.1, 1, 1, 1, 1), (5, -0.0, -0.0, 2, 2, 2, 2);

CREATE TABLE large (id INT NOT NULL PRIMARY KEY, body LONGTEXT, picture LONGBLOB) ENGINE=InnoDB;
INSERT INTO large VALUES (1, REPEAT('Löwe\n', 500000), REPEAT(UNHEX('00FF275C0A0D1A22'), 100000)), (2, '', ''),
  (3, NULL, NULL);

CREATE TABLE parts (id INT NOT NULL, made DATE NOT NULL, what VARCHAR(20), PRIMARY KEY (id, made)) ENGINE=InnoDB
  PARTITION BY RANGE (YEAR(made)) (
    PARTITION before_2020 VALUES LESS THAN (2020), PARTITION in_2020 VALUES LESS THAN (2021),
    PARTITION later VALUES LESS THAN MAXVALUE);
INSERT INTO parts VALUES (1, '1999-12-31', 'old'), (2, '2020-06-01', 'new'), (3, '2030-01-01', 'to come');

CREATE TABLE hashed (id INT NOT NULL PRIMARY KEY, n INT) ENGINE=InnoDB PARTITION BY HASH (id) PARTITIONS 3;
INSERT INTO hashed VALUES (1, 1), (2, 2), (3, 3), (4, 4);

CREATE TABLE indexed (
  id INT NOT NULL PRIMARY KEY, a VARCHAR(300), b TEXT, FULLTEXT KEY words (a, b), KEY prefix (b(20)), KEY twice (a(10))
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC;
INSERT INTO indexed VALUES (1, 'the quick brown fox', 'jumps over'), (2, NULL, NULL);

CREATE TABLE compressed (id INT NOT NULL PRIMARY KEY, b TEXT) ENGINE=InnoDB ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8;
INSERT INTO compressed VALUES (1, REPEAT('ab', 3000));

-- Names: see also dataset-hard-names.sql ---------------------------------------------------------------------------------------------------------

CREATE TABLE `select` (`from` INT NOT NULL PRIMARY KEY, `group` INT, KEY `order` (`group`)) ENGINE=InnoDB;
INSERT INTO `select` VALUES (1, 2);
CREATE TABLE `two words` (`an id` INT NOT NULL PRIMARY KEY, `per cent %` INT) ENGINE=InnoDB;
INSERT INTO `two words` VALUES (1, 100);
CREATE TABLE `größe_日本` (`länge` INT NOT NULL PRIMARY KEY) ENGINE=InnoDB;
INSERT INTO `größe_日本` VALUES (1);
CREATE TABLE `it's "quoted"` (`it's` INT NOT NULL PRIMARY KEY, `"` INT) ENGINE=InnoDB;
INSERT INTO `it's "quoted"` VALUES (1, 2);
CREATE TABLE `$dollar#hash` (`id` INT NOT NULL PRIMARY KEY) ENGINE=InnoDB;
INSERT INTO `$dollar#hash` VALUES (1);
CREATE TABLE `like_%` (`id` INT NOT NULL PRIMARY KEY) ENGINE=InnoDB;
INSERT INTO `like_%` VALUES (1);

-- Objects -------------------------------------------------------------------------------------------------------

CREATE TABLE journal (n INT NOT NULL AUTO_INCREMENT PRIMARY KEY, what VARCHAR(100)) ENGINE=InnoDB;
CREATE TABLE haunted (id INT NOT NULL PRIMARY KEY, n INT) ENGINE=InnoDB;
INSERT INTO haunted VALUES (1, 1);

DELIMITER //
CREATE FUNCTION doubled(n BIGINT) RETURNS BIGINT DETERMINISTIC NO SQL SQL SECURITY INVOKER
  RETURN n * 2//
CREATE PROCEDURE note(IN what VARCHAR(100))
  COMMENT 'writes; with a '';'' in its comment'
BEGIN
  INSERT INTO menagerie.journal (what) VALUES (CONCAT('noted; ', what));
END//
CREATE DEFINER='ghost'@'nowhere' PROCEDURE haunted_procedure() SQL SECURITY DEFINER
BEGIN
  SELECT COUNT(*) FROM menagerie.haunted;
END//
CREATE TRIGGER tree_grows AFTER INSERT ON tree FOR EACH ROW
BEGIN
  INSERT INTO journal (what) VALUES (CONCAT('tree ', NEW.id, ' below ', COALESCE(NEW.parent, 'nothing')));
END//
CREATE TRIGGER tree_grows_twice AFTER INSERT ON tree FOR EACH ROW FOLLOWS tree_grows
  INSERT INTO journal (what) VALUES ('second')//
-- Nothing can be inserted here from now on: the definer does not exist.
CREATE DEFINER='ghost'@'nowhere' TRIGGER haunted_trigger BEFORE INSERT ON haunted FOR EACH ROW
  SET NEW.n = NEW.n + 1//
CREATE EVENT yearly ON SCHEDULE EVERY 1 YEAR STARTS '2038-01-01 00:00:00' ON COMPLETION PRESERVE
  DO CALL menagerie.note('a year; is over')//
CREATE DEFINER='ghost'@'nowhere' EVENT haunted_event ON SCHEDULE EVERY 1 YEAR STARTS '2038-01-01 00:00:00' DISABLE
  DO DELETE FROM menagerie.journal//
DELIMITER ;

INSERT INTO tree VALUES (4, 2);

-- Named so that a view stands before those it is made of.
CREATE VIEW z_base AS SELECT id, parent, doubled(id) AS twice FROM tree;
CREATE VIEW m_middle AS SELECT id, twice FROM z_base WHERE parent IS NOT NULL;
CREATE SQL SECURITY INVOKER VIEW a_top AS SELECT m.id, m.twice, j.what FROM m_middle m LEFT JOIN journal j ON j.n = m.id;
CREATE ALGORITHM=MERGE VIEW checked AS SELECT id, n FROM hashed WHERE n > 0 WITH CASCADED CHECK OPTION;
CREATE DEFINER='ghost'@'nowhere' SQL SECURITY INVOKER VIEW haunted_view AS SELECT id, n FROM haunted;

-- The second database -------------------------------------------------------------------------------------------

USE `old town`;

CREATE TABLE citizens (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50), nick VARCHAR(50) CHARACTER SET utf8mb4,
  code CHAR(5) CHARACTER SET ascii COLLATE ascii_bin, pet INT, KEY by_name (name),
  CONSTRAINT citizens_pet FOREIGN KEY (pet) REFERENCES menagerie.abroad (id)
) ENGINE=InnoDB AUTO_INCREMENT=100;
INSERT INTO citizens VALUES (1, 'Käthe Müßig', 'Kät🦁', 'AbC', 1), (2, 'ÿ€', NULL, 'abc', 2), (3, '', '', '', NULL);

CREATE VIEW neighbours AS SELECT c.name, z.twice FROM citizens c JOIN menagerie.z_base z ON z.id = c.id;
