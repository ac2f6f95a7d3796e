-- An ordinary shop, with an object of every kind; its events rest, since a new server's scheduler may differ.

CREATE DATABASE store CHARACTER SET utf8mb4;
CREATE TABLE store.customers (
  id INT UNSIGNED NOT NULL PRIMARY KEY AUTO_INCREMENT, name VARCHAR(100) NOT NULL, mail VARCHAR(200) NOT NULL,
  born DATE DEFAULT '1970-01-01', UNIQUE KEY (mail)
);
CREATE TABLE store.orders (
  id BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT, customer INT UNSIGNED NOT NULL, state ENUM('open', 'paid') NOT NULL,
  price DECIMAL(10,2) NOT NULL, tax DECIMAL(10,2) AS (price / 5), note TEXT, made DATETIME(3) NOT NULL,
  KEY by_state (state, made), CONSTRAINT of_customer FOREIGN KEY (customer) REFERENCES store.customers (id)
);
CREATE TABLE store.totals (day DATE NOT NULL PRIMARY KEY, total DOUBLE NOT NULL);
CREATE VIEW store.open_orders AS
  SELECT o.id, c.name FROM store.orders o JOIN store.customers c ON c.id = o.customer WHERE o.state = 'open';
DELIMITER //
CREATE TRIGGER store.trims BEFORE INSERT ON store.customers FOR EACH ROW SET NEW.name = TRIM(NEW.name)//
CREATE FUNCTION store.with_tax(price DECIMAL(10,2)) RETURNS DECIMAL(10,2) DETERMINISTIC RETURN price * 1.2//
CREATE PROCEDURE store.pays(IN wanted BIGINT) BEGIN UPDATE store.orders SET state = 'paid' WHERE id = wanted; END//
CREATE EVENT store.tidies ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM store.orders WHERE price < 0//
DELIMITER ;
INSERT INTO store.customers (name, mail) VALUES ('Ada', 'ada@example.com'), ('Grace', 'grace@example.com');
INSERT INTO store.orders (customer, state, price, made) VALUES (1, 'open', 9.99, '2024-05-01 10:00:00');
ANALYZE TABLE store.customers, store.orders;
