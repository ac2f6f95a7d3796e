-- An ordinary database: nothing to say about it.

CREATE DATABASE clean CHARACTER SET utf8mb4;
CREATE TABLE clean.people (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(50), born DATE DEFAULT '1970-01-01');
CREATE TABLE clean.orders (
  id INT PRIMARY KEY AUTO_INCREMENT, person INT, kind ENUM('a', 'b'), price DECIMAL(10,2), tax DECIMAL(10,2) AS (price / 5),
  made TIMESTAMP DEFAULT CURRENT_TIMESTAMP, FOREIGN KEY (person) REFERENCES clean.people (id)
);
CREATE VIEW clean.big AS SELECT o.id, p.name FROM clean.orders o JOIN clean.people p ON p.id = o.person WHERE o.price > 9;
DELIMITER //
CREATE TRIGGER clean.names BEFORE INSERT ON clean.people FOR EACH ROW SET NEW.name = TRIM(NEW.name)//
CREATE FUNCTION clean.twice(a INT) RETURNS INT DETERMINISTIC RETURN a * 2//
CREATE PROCEDURE clean.counts() BEGIN SELECT COUNT(*) FROM clean.orders GROUP BY kind ORDER BY kind DESC; END//
CREATE EVENT clean.tidies ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM clean.orders WHERE price < 0//
DELIMITER ;
