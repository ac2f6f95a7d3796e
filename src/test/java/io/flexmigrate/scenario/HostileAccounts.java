package io.flexmigrate.scenario;

import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accounts with everything that is hard to copy, and what they log in with. */
final class HostileAccounts {

    static final Secret PASSWORD = new Secret("Pa'ss\"wo\\rd `1` ü");

    /** User names that break what is pasted together without quoting. */
    static final List<String> NAMES = List.of(
            "it's",
            "back\\slash",
            "tick`s",
            "quo\"ted",
            "spa ce",
            "per%cent_",
            "question?",
            "{d '1'}",
            "semi;--",
            "größe",
            "at@home");

    private HostileAccounts() {}

    /** Makes them; 5.7 has one plugin for passwords, 8.0 has two, and roles. */
    static void install(LabServer server) {
        List<String> statements = new ArrayList<>(List.of(
                "CREATE DATABASE IF NOT EXISTS shop_a",
                "CREATE TABLE shop_a.`od``d table` (id INT PRIMARY KEY, `co\\lumn` INT, `ü` INT)",
                "CREATE TABLE shop_a.plain (id INT PRIMARY KEY, a INT)",
                "CREATE PROCEDURE shop_a.`pro c` () SELECT 1",
                "CREATE FUNCTION shop_a.fun () RETURNS INT DETERMINISTIC RETURN 1"));
        int number = 0;
        for (String name : NAMES) {
            boolean sha2 = server.version() == LabVersion.MYSQL_8_0 && number++ % 2 == 0;
            statements.add("CREATE USER " + text(name) + "@'1%' IDENTIFIED WITH "
                    + (sha2 ? "caching_sha2_password" : "mysql_native_password") + " BY " + text(PASSWORD.value()));
            statements.add("GRANT SELECT, INSERT ON `shop\\_%`.* TO " + text(name) + "@'1%'");
        }
        statements.addAll(special());
        if (server.version() == LabVersion.MYSQL_8_0) {
            statements.addAll(roles());
        }
        server.execute(statements);
    }

    private static List<String> special() {
        String table = "shop_a." + Identifier.quoted("od`d table");
        return List.of(
                "CREATE USER noword@'1%' IDENTIFIED WITH mysql_native_password",
                "CREATE USER locked@'1%' IDENTIFIED WITH mysql_native_password BY 'locked-1' ACCOUNT LOCK",
                "CREATE USER expired@'1%' IDENTIFIED WITH mysql_native_password BY 'expired-1' PASSWORD EXPIRE",
                "CREATE USER terms@'1%' IDENTIFIED WITH mysql_native_password BY 'terms-1' REQUIRE X509"
                        + " WITH MAX_QUERIES_PER_HOUR 11 MAX_UPDATES_PER_HOUR 12 MAX_CONNECTIONS_PER_HOUR 13"
                        + " MAX_USER_CONNECTIONS 14 PASSWORD EXPIRE INTERVAL 90 DAY",
                "CREATE USER subject@'1%' IDENTIFIED WITH mysql_native_password BY 'subject-1' REQUIRE SUBJECT '/CN=it\\'s'"
                        + " AND ISSUER '/CN=\"x\"' PASSWORD EXPIRE NEVER",
                "CREATE USER narrow@'1%' IDENTIFIED WITH mysql_native_password BY 'narrow-1'",
                "GRANT SELECT (id, `ü`), UPDATE (`co\\lumn`) ON " + table + " TO narrow@'1%'",
                "GRANT INSERT ON shop_a.plain TO narrow@'1%' WITH GRANT OPTION",
                "GRANT EXECUTE ON PROCEDURE shop_a.`pro c` TO narrow@'1%'",
                "GRANT EXECUTE, ALTER ROUTINE ON FUNCTION shop_a.fun TO narrow@'1%' WITH GRANT OPTION",
                "CREATE USER wide@'%' IDENTIFIED WITH mysql_native_password BY 'wide-1'",
                "GRANT ALL PRIVILEGES ON *.* TO wide@'%' WITH GRANT OPTION",
                "CREATE USER home@localhost IDENTIFIED WITH mysql_native_password BY 'home-1'",
                "GRANT SELECT ON mysql.* TO narrow@'1%'");
    }

    private static List<String> roles() {
        return List.of(
                "CREATE ROLE reader, `wri'ter`@'1%'",
                "GRANT SELECT ON shop_a.* TO reader",
                "GRANT INSERT, UPDATE ON shop_a.plain TO `wri'ter`@'1%'",
                "GRANT reader TO `wri'ter`@'1%'",
                "CREATE USER member@'1%' IDENTIFIED BY 'member-1' PASSWORD HISTORY 3 PASSWORD REUSE INTERVAL 5 DAY"
                        + " PASSWORD REQUIRE CURRENT",
                "GRANT `wri'ter`@'1%' TO member@'1%' WITH ADMIN OPTION",
                "GRANT reader TO member@'1%'",
                "SET DEFAULT ROLE `wri'ter`@'1%' TO member@'1%'",
                "CREATE USER emptysha@'1%' IDENTIFIED WITH caching_sha2_password",
                "GRANT XA_RECOVER_ADMIN, BINLOG_ADMIN ON *.* TO member@'1%' WITH GRANT OPTION");
    }

    /** Who can log in, by which password, on both sides. */
    static Map<AccountName, Secret> logins() {
        Map<AccountName, Secret> logins = new LinkedHashMap<>();
        NAMES.forEach(name -> logins.put(new AccountName(name, "1%"), PASSWORD));
        logins.put(new AccountName("noword", "1%"), new Secret(""));
        logins.put(new AccountName("narrow", "1%"), new Secret("narrow-1"));
        logins.put(new AccountName("wide", "%"), new Secret("wide-1"));
        return logins;
    }

    private static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
