package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that would break out of their quotes stay inside them in what a person is to paste. */
class HostileNamesTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void quoteDatabases() {
        source.scope = List.of("a`b");
        target.databases.put("a`b", 1L);

        new Said(new TargetEmptyCheck().findings(Inventories.plan(), new BothServers(source.seen(), target.seen())))
                .blocks("FM1032", "target database a`b", "DROP DATABASE `a``b`;");
    }

    @Test
    void quoteTables() {
        source.tables = List.of(new TableSize(new TableName("a`b", "c;d"), "MyISAM", 1, 1, 0, true));

        new Said(new TablesCheck().findings(Inventories.plan(), source.seen()))
                .blocks("FM1042", "a`b.c;d", "ALTER TABLE `a``b`.`c;d` ENGINE=InnoDB;");
    }

    @Test
    void quoteAccounts() {
        AccountName account = new AccountName("o'hara", "%");
        target.missingAccounts = List.of(account);

        new Said(new GroupAccountsCheck().findings(Inventories.plan(), target.seen()))
                .blocks("FM1046", "target account o'hara@%", "CREATE USER `o'hara`@'%' IDENTIFIED BY");
    }
}
