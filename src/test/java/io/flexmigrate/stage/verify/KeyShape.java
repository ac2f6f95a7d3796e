package io.flexmigrate.stage.verify;

import io.flexmigrate.model.TableName;
import java.util.List;
import java.util.Locale;

/** Keys of every kind; every table has the same other columns. */
enum KeyShape {
    NUMBER("id INT NOT NULL", "PRIMARY KEY (id)", "n"),
    GAPS("id BIGINT NOT NULL", "PRIMARY KEY (id)", "(n - 6000) * 1000000007"),
    COMPOSITE("a INT NOT NULL, id INT NOT NULL", "PRIMARY KEY (a, id)", "n % 7, n"),
    TEXT("id VARCHAR(20) CHARACTER SET latin1 NOT NULL", "PRIMARY KEY (id)", "CONCAT(_utf8mb4 X'C3A9', '''\\\\', n)"),
    BYTES("id BINARY(20) NOT NULL", "PRIMARY KEY (id)", "UNHEX(SHA1(n))"),
    DESCENDING("id INT NOT NULL", "PRIMARY KEY (id DESC)", "n"),
    TIME("id DATETIME(6) NOT NULL", "PRIMARY KEY (id)", "'2020-01-01' + INTERVAL n * 123457 MICROSECOND"),
    UNIQUE("id DECIMAL(20,3) NOT NULL", "UNIQUE KEY u (id)", "n / 8"),
    NONE("id INT NOT NULL", "KEY (id)", "n");

    private final String columns;
    private final String key;
    private final String values;

    KeyShape(String columns, String key, String values) {
        this.columns = columns;
        this.key = key;
        this.values = values;
    }

    TableName table() {
        return new TableName("lab", name().toLowerCase(Locale.ROOT));
    }

    String without() {
        return "DELETE FROM " + table().quoted() + " WHERE no = 7777";
    }

    String with() {
        return "INSERT INTO " + table().quoted() + " SELECT " + values
                + ", n, CONCAT('name ', n), '2020-01-01' + INTERVAL n SECOND, UNHEX(MD5(n))"
                + " FROM lab.numbers WHERE n = 7777";
    }

    List<String> statements() {
        String table = table().quoted();
        return List.of(
                "CREATE TABLE " + table + " (" + columns + ", no INT NOT NULL, name VARCHAR(60) CHARACTER SET utf8,"
                        + " moment DATETIME(6), raw BLOB, " + key + ")",
                "INSERT INTO " + table + " SELECT " + values + ", n, CONCAT('name ', n),"
                        + " '2020-01-01' + INTERVAL n SECOND, UNHEX(MD5(n)) FROM lab.numbers");
    }
}
