-- What 5.7 takes and 8.0 does not.

SET SESSION sql_mode = '';
CREATE TABLE shop.long_choice (id INT PRIMARY KEY, e ENUM('LONG_VALUE'));
CREATE TABLE shop.painted (id INT PRIMARY KEY, x VARCHAR(200) GENERATED ALWAYS AS (ENCODE('a', 'b')) VIRTUAL);
CREATE TABLE shop.partly_away (id INT PRIMARY KEY)
  PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10) TABLESPACE far_away);
CREATE VIEW shop.sorted AS SELECT id FROM shop.zeros GROUP BY id DESC;
CREATE VIEW shop.secret AS SELECT PASSWORD('a') AS p;
CREATE VIEW shop.encoded AS SELECT ENCODE('a', 'b') AS p;
DELIMITER //
CREATE FUNCTION shop.area(a INT) RETURNS INT DETERMINISTIC RETURN a//
CREATE PROCEDURE shop.paints() SELECT ASTEXT(`it's`), shop.area(1), 'X(1)' FROM shop.orders//
CREATE PROCEDURE shop.isolates() SELECT @@session.tx_isolation//
CREATE PROCEDURE shop.caches() SELECT SQL_CACHE id FROM shop.zeros GROUP BY id DESC HAVING id > 0//
CREATE PROCEDURE shop.ranks(rank INT) SELECT `rank` FROM shop.`qu``ote`//
CREATE PROCEDURE shop.keeps_quiet() SELECT `rank`, q.rank FROM shop.`qu``ote` q -- rank
//
SET SESSION sql_mode = 'ORACLE'//
CREATE PROCEDURE shop.oracles() SELECT "id" || 'x' FROM shop.zeros//
SET SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_AUTO_CREATE_USER'//
CREATE PROCEDURE shop.ordinary() SELECT 1//
DELIMITER ;
