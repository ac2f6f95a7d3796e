package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mysql.WriteStatements;
import java.util.List;
import org.junit.jupiter.api.Test;

class TornStatementsCheckTest {

    private static final String TWO_GROUPS =
            "cutover: { way_back: none, groups: [{ name: a, databases: [shop, crm] }, { name: b, databases: ['b`log'] }] }";

    private static Said said(String plan, String database, String text) {
        SourceSample source =
                new SourceSample().with(new SeenWrites(List.of(new WriteStatements.Seen(database, text, 12))));
        return new Said(new TornStatementsCheck().findings(Inventories.planWith(plan), source.seen()));
    }

    @Test
    void blocksAWriteOfAClientOfOneGroupIntoAnother() {
        said(TWO_GROUPS, "shop", "UPDATE `b``log` . `posts` SET `title` = ? WHERE `id` = ?")
                .blocks(
                        "FM1531",
                        "source statement UPDATE `b``log` . `posts` SET `title` = ? WHERE `id` = ?",
                        "12 times from clients in database shop",
                        "groups a and b");
    }

    @Test
    void blocksAStatementOverTwoGroupsWhereverItComesFrom() {
        said(TWO_GROUPS, "", "INSERT INTO `shop` . `item` SELECT * FROM `b``log` . `posts`")
                .blocks(
                        "FM1531",
                        "source statement INSERT INTO `shop` . `item` SELECT * FROM `b``log` . `posts`",
                        "groups a and b");
    }

    @Test
    void hasNothingAgainstWritesWithinAGroupOrOfNoGroup() {
        assertThat(said(TWO_GROUPS, "shop", "UPDATE `crm` . `client` SET `name` = ?")
                        .findings())
                .isEmpty();
        assertThat(said(TWO_GROUPS, "elsewhere", "UPDATE `crm` . `client` SET `name` = ?")
                        .findings())
                .isEmpty();
        assertThat(said(TWO_GROUPS, "shop", "UPDATE `t` JOIN `u` ON `t` . `id` = `u` . `id` SET `n` = ?")
                        .findings())
                .isEmpty();
    }

    @Test
    void hasNothingAgainstOneGroupOfEverything() {
        assertThat(said("cutover: { way_back: none }", "shop", "UPDATE `blog` . `posts` SET `a` = ?")
                        .findings())
                .isEmpty();
    }
}
