package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.ForeignKeys.ForeignKey;
import io.flexmigrate.planning.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeReferencesCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAGoodSource() {
        assertThat(said().findings()).isEmpty();
    }

    private static final TableName PEOPLE = new TableName("crm", "people");

    @Test
    void blocksAForeignKeyThatLeavesTheScope() {
        source.with(new ForeignKeyTraits(List.of(new ForeignKey(SourceSample.ORDERS, "f`k", PEOPLE, true))));

        said().blocks(
                        "FM1201",
                        "foreign key shop.orders.f`k",
                        "crm.people",
                        "ALTER TABLE `shop`.`orders` DROP FOREIGN KEY `f``k`;");
    }

    @Test
    void blocksAViewThatLeavesTheScope() {
        reference("view", "shop", "crm");

        said().blocks("FM1202", "view shop.x", "crm.people", "DROP VIEW `shop`.`x`;");
    }

    @Test
    void warnsOfCodeThatLeavesTheScope() {
        reference("trigger", "shop", "crm");

        said().warns("FM1203", "trigger shop.x", "crm.people", "DROP TRIGGER `shop`.`x`;");
    }

    @Test
    void warnsOfWhatStaysAndNamesWhatMoves() {
        reference("event", "crm", "shop");

        said().warns("FM1206", "event crm.x", "shop.people", "Move `crm` too");
    }

    @Test
    void hasNothingAgainstReferencesWithinTheScope() {
        source.scope = List.of("shop", "crm");
        reference("view", "shop", "crm");

        assertThat(said().findings()).isEmpty();
    }

    private void reference(String kind, String from, String to) {
        source.with(new SourceReferences(List.of(new Reference(kind, from, "x", to, "people"))));
    }

    private Said said() {
        return DataSamples.said(new ScopeReferencesCheck(), source);
    }
}
