-- Databases that need each other, and tables and code that a target may refuse. The plan moves shop and crm; attic stays.

SET SESSION sql_mode = '';
CREATE DATABASE shop CHARACTER SET utf8mb4;
CREATE DATABASE crm CHARACTER SET utf8mb4;
CREATE DATABASE attic CHARACTER SET utf8mb4;
CREATE TABLE attic.old_people (id INT PRIMARY KEY);
CREATE TABLE crm.people (id INT PRIMARY KEY);
CREATE TABLE crm.notes (id INT PRIMARY KEY, note TEXT);

CREATE TABLE shop.orders (
  id INT PRIMARY KEY, person INT, former INT, `it's` POINT NOT NULL, SPATIAL KEY (`it's`),
  CONSTRAINT to_crm FOREIGN KEY (person) REFERENCES crm.people (id),
  CONSTRAINT `to ``attic``` FOREIGN KEY (former) REFERENCES attic.old_people (id)
) ENGINE=InnoDB;
CREATE TABLE attic.receipts (id INT PRIMARY KEY, o INT, CONSTRAINT to_shop FOREIGN KEY (o) REFERENCES shop.orders (id));

CREATE VIEW shop.both_sides AS SELECT o.id FROM shop.orders o JOIN crm.people crm ON crm.id = o.person;
CREATE VIEW shop.of_attic AS SELECT id FROM attic.old_people;
CREATE VIEW attic.of_shop AS SELECT id FROM shop.orders;
CREATE TABLE shop.gone (id INT PRIMARY KEY);
CREATE VIEW shop.broken AS SELECT id FROM shop.gone;
DROP TABLE shop.gone;
CREATE DEFINER = ghost@nowhere SQL SECURITY DEFINER VIEW shop.haunted AS SELECT 1 AS one;
CREATE DEFINER = ghost@nowhere SQL SECURITY INVOKER VIEW shop.quiet AS SELECT 1 AS one;

DELIMITER //
CREATE TRIGGER shop.copies AFTER INSERT ON shop.orders FOR EACH ROW
BEGIN
  -- not attic.old_people
  INSERT INTO attic . `old_people` VALUES (NEW.id);
END//
CREATE PROCEDURE shop.talks() BEGIN SELECT 'attic.old_people'; SELECT COUNT(*) FROM crm.notes; END//
CREATE EVENT crm.tidies ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM shop.orders WHERE id < 0//
DELIMITER ;

CREATE TABLE shop.no_key (a INT NOT NULL, `b``b` INT NOT NULL, UNIQUE KEY (a, `b``b`));
CREATE TABLE shop.no_key_at_all (a INT);
CREATE TABLE shop.counted (id INT NOT NULL AUTO_INCREMENT, KEY (id));
CREATE TABLE shop.sliced (a INT) PARTITION BY HASH (a) PARTITIONS 2;
CREATE TABLE shop.documents (id INT PRIMARY KEY, body JSON);
CREATE TABLE shop.zeros (
  id INT PRIMARY KEY, d DATE NOT NULL DEFAULT '0000-00-00', m DATETIME DEFAULT '2000-00-01 00:00:00'
);
CREATE TABLE shop.`qu``ote` (id INT PRIMARY KEY, `rank` INT);
CREATE TABLESPACE far_away ADD DATAFILE 'far_away.ibd';
CREATE TABLE shop.`far-off` (id INT PRIMARY KEY) TABLESPACE far_away;
