package io.flexmigrate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "shop@%, shop, %",
        "shop, shop, %",
        "a@b@10.0.0.1, a@b, 10.0.0.1",
        "@localhost, '', localhost",
        "u@, u, ''"
    })
    void readAccountsAtTheLastAtSign(String text, String user, String host) {
        assertThat(AccountName.parse(text)).isEqualTo(new AccountName(user, host));
    }

    @Test
    void showAccountsAsUserAndHost() {
        assertThat(new AccountName("a@b", "10.%")).hasToString("a@b@10.%");
    }

    @ParameterizedTest
    @CsvSource({"shop, `shop`", "a`b, `a``b`", "``, ``````", "a.b c, `a.b c`", "漢, `漢`"})
    void quoteIdentifiers(String name, String quoted) {
        assertThat(Identifier.quoted(name)).isEqualTo(quoted);
    }

    @Test
    void quoteBothPartsOfATable() {
        assertThat(new TableName("my.db", "o`r").quoted()).isEqualTo("`my.db`.`o``r`");
        assertThat(new TableName("my.db", "o`r")).hasToString("my.db.o`r");
    }

    @Test
    void orderTablesByDatabaseFirst() {
        assertThat(new TableName("a", "z")).isLessThan(new TableName("b", "a"));
        assertThat(new TableName("a", "a")).isLessThan(new TableName("a", "b"));
    }

    @Test
    void spreadTablesThatDifferInNumbersOnly() {
        Set<Integer> hashes = new HashSet<>();
        Set<Integer> buckets = new HashSet<>();
        for (int database = 0; database < 10; database++) {
            for (int table = 0; table < 1_000; table++) {
                int hash = new TableName("shop_" + database, "t" + table).hashCode();
                hashes.add(hash);
                buckets.add(Math.floorMod(hash, 20_000));
            }
        }

        assertThat(hashes).hasSizeGreaterThan(9_900);
        assertThat(buckets).as("as many as chance gives").hasSizeGreaterThan(7_500);
    }

    @Test
    void labelObjectsByKindAndName() {
        SchemaObject.Context context = new SchemaObject.Context("", "", "", "");
        assertThat(new SchemaObject(SchemaObject.Kind.TRIGGER, "shop", "t", "", context).label())
                .isEqualTo("trigger shop.t");
    }

    @Test
    void maskSecrets() {
        assertThat(new Secret("hunter2")).hasToString("***").isEqualTo(new Secret("hunter2"));
        assertThat(String.format("%s %s", new Secret("hunter2"), List.of(new Secret("hunter2"))))
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "8.0.15, MySQL Community Server - GPL, MYSQL",
        "10.11.6-MariaDB, Debian 12, MARIADB",
        "8.0.36-28, Percona Server (GPL), PERCONA",
        "8.0.15-azure, '', AZURE",
        "5.7.12, Aurora MySQL, AURORA"
    })
    void tellTheFlavourOfAServer(String version, String comment, Flavour flavour) {
        assertThat(Flavour.of(version, comment)).isEqualTo(flavour);
    }
}
