-- Beside data-nasty.sql: more that a target or the tools have something against.

CREATE DATABASE menagerie CHARACTER SET utf8mb4;
CREATE DATABASE `größe` CHARACTER SET utf8mb4;
CREATE TABLE shop.Twin (id INT PRIMARY KEY);
CREATE TABLE shop.twin (id INT PRIMARY KEY);
CREATE TABLE shop.old_style (id INT PRIMARY KEY) ENGINE=MyISAM ROW_FORMAT=FIXED;
CREATE TABLE shop.papers (id INT NOT NULL PRIMARY KEY, scan LONGBLOB);
INSERT INTO shop.papers VALUES (1, REPEAT('x', 900000)), (2, REPEAT('x', 900000)), (3, REPEAT('x', 900000));
ANALYZE TABLE shop.papers;
CREATE VIEW shop.hours AS SELECT CONVERT_TZ(NOW(), 'UTC', 'Europe/Berlin') AS hour;
CREATE EVENT shop.nightly ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-01' DO SELECT 1;
CREATE USER torn@'%' IDENTIFIED WITH mysql_native_password BY 'lab-x';
GRANT INSERT ON shop.* TO torn@'%';
GRANT INSERT ON crm.* TO torn@'%';
