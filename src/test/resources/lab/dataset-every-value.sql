-- Values at the edges of every type: what a dump has to carry bit by bit.

SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES';

CREATE TABLE menagerie.every_float (id INT NOT NULL PRIMARY KEY, f FLOAT, g FLOAT(7,3), h FLOAT UNSIGNED, d DOUBLE, e DOUBLE(12,4))
  ENGINE=InnoDB;
INSERT INTO menagerie.every_float VALUES
  (1, 0, 0, 0, 0, 0), (2, -0e0, -0e0, 0, -0e0, -0e0), (3, 16777216, 1234.567, 16777217, 9007199254740993, 12345678.1234),
  (4, 3.4028234663852886e38, 9999.999, 3.4028234663852886e38, 1.7976931348623157e308, 99999999.9999),
  (5, -3.4028234663852886e38, -9999.999, 1.17549435e-38, -1.7976931348623157e308, -99999999.9999),
  (6, 1.401298464324817e-45, 0.001, 1.401298464324817e-45, 4.9e-324, 0.0001),
  (7, 0.1, 0.1, 0.1, 0.1, 0.1), (8, NULL, NULL, NULL, NULL, NULL),
  (9, 1.17549421e-38, 1e-3, 8388607.5, 2.2250738585072011e-308, 1e-4), (10, 0.30000001, 3.3, 0.3, 0.30000000000000004, 0.3);

CREATE TABLE menagerie.every_choice (
  id INT NOT NULL PRIMARY KEY,
  e ENUM('', 'a', '1', '2', 'it''s', 'back\\slash', 'é'),
  s SET('1','2','3','4','5','6','7','8','9','10','11','12','13','14','15','16','17','18','19','20','21','22','23','24','25',
        '26','27','28','29','30','31','32','33','34','35','36','37','38','39','40','41','42','43','44','45','46','47','48',
        '49','50','51','52','53','54','55','56','57','58','59','60','61','62','63','64'),
  b BIT(1), c BIT(64), y YEAR, z INT(8) ZEROFILL
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
INSERT INTO menagerie.every_choice VALUES
  (1, 'none of them', '', b'0', 0, 0, 7), (2, '', '64', b'1', 0xffffffffffffffff, 1901, 0), (3, 'a', '1,64', NULL, 0x0a3b0a275c, 2155, NULL),
  (4, 3, 18446744073709551615, b'1', 1, 2000, 42), (5, 4, 9223372036854775809, b'0', 59, 1970, 1), (6, 5, NULL, NULL, NULL, NULL, NULL),
  (7, 6, 1, b'1', 0x22, 2026, 2), (8, 7, 4611686018427387905, b'0', 0x5c, 1999, 3);

CREATE TABLE menagerie.every_moment (
  id INT NOT NULL PRIMARY KEY, d DATE, dt DATETIME(6), ts TIMESTAMP(6) NULL, t TIME(6), t0 TIME
) ENGINE=InnoDB;
SET SESSION time_zone = '+00:00';
INSERT INTO menagerie.every_moment VALUES
  (1, '0000-00-00', '0000-00-00 00:00:00.000000', '0000-00-00 00:00:00', '-838:59:59.000000', '838:59:59'),
  (2, '2026-02-31', '2026-02-31 23:59:59.999999', '1970-01-01 00:00:01.000000', '-00:00:00.000001', '-00:00:01'),
  (3, '2026-00-00', '2026-00-12 01:02:03.000001', '2038-01-19 03:14:07.999999', '00:00:00.100000', '00:00:00'),
  (4, '9999-12-31', '9999-12-31 23:59:59.999999', '2021-10-31 01:30:00.500000', '12:34:56.654321', '12:34:56'),
  (5, NULL, NULL, NULL, NULL, NULL);

CREATE TABLE menagerie.every_byte (
  id INT NOT NULL PRIMARY KEY, b VARBINARY(600), p BINARY(8), l LONGBLOB, t TEXT CHARACTER SET latin1,
  g VARCHAR(40) CHARACTER SET gbk, u VARCHAR(40) CHARACTER SET ucs2, w VARCHAR(40) CHARACTER SET utf16, m MEDIUMTEXT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO menagerie.every_byte VALUES
  (1, '', '', '', '', '', '', '', ''),
  (2, CONCAT(0x000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f, 0x5c5c27222c0a2829, REPEAT(CHAR(0), 40)),
      0x0000, CONCAT(0xfffe0a3b0a, REPEAT(0x1a5c2700, 100000)), _latin1 0xe9275c220a3b0a28, _gbk 0xbf5cbf5c, _ucs2 0x005c00270022000a,
      _utf16 0xd83dde00, 'a;\n(b),\n(c)'),
  (3, 0x5c, 0x2020000020200000, 0x28, '(', '裥', 'VALUES', ');\n', '😀 \\ '' " \r\n \Z \0'),
  (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (5, ' ', '        ', ' ', ' trailing  ', '  ', ' ', ' ', CONCAT(REPEAT('ß', 70000), ' '));

-- No -0.0 in the document: 5.7 prints it as -0, which any server reads as the whole number 0.
CREATE TABLE menagerie.every_document (id INT NOT NULL PRIMARY KEY, j JSON, g GEOMETRY, n DECIMAL(65,30), q BIGINT UNSIGNED) ENGINE=InnoDB;
INSERT INTO menagerie.every_document VALUES
  (1, '{"a": "quote \\" back \\\\ new \\n é 😀", "n": [1, -0.5, 1e300, null, true, 18446744073709551615]}', ST_GeomFromText('POINT(1 2)'),
   99999999999999999999999999999999999.999999999999999999999999999999, 18446744073709551615),
  (2, '""', ST_GeomFromText('POLYGON((0 0,10 0,10 10,0 10,0 0),(5 5,7 5,7 7,5 7,5 5))', 4326), -0.000000000000000000000000000001, 0),
  (3, NULL, NULL, NULL, NULL), (4, 'null', ST_GeomFromText('GEOMETRYCOLLECTION(POINT(1 1),LINESTRING(0 0,1 1))'), 0, 9223372036854775808);

-- Names that say something to a loader, and ids of zero.
CREATE TABLE menagerie.`INSERT INTO VALUES (` (`VALUES` INT NOT NULL AUTO_INCREMENT PRIMARY KEY, `;` VARCHAR(20), `a,b` INT) ENGINE=InnoDB;
INSERT INTO menagerie.`INSERT INTO VALUES (` VALUES (0, 'zero', 1), (-1, 'minus', 2), (7, 'VALUES\n(1)', 3);
CREATE TABLE menagerie.`漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢` (id INT) ENGINE=InnoDB;
INSERT INTO menagerie.`漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢` VALUES (1), (1), (NULL);
CREATE TABLE menagerie.`it's "a" /slash\\ 100% +` (`back``tick` INT, `q'` INT, v INT AS (`back``tick` + 1), w INT AS (`q'` * 2) STORED) ENGINE=InnoDB;
INSERT INTO menagerie.`it's "a" /slash\\ 100% +` (`back``tick`, `q'`) VALUES (1, 2), (3, 4);
