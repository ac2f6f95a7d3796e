package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAGoodSource() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfDocumentsByDatabase() {
        source.with(DataSamples.columns(DataSamples.column("body", "json", "json")));

        said().warns("FM1230", "database shop", "shop.orders.body", "FROM `shop`.`orders` WHERE CAST(`body` AS CHAR)");
    }

    private Said said() {
        return DataSamples.said(new JsonCheck(), source);
    }
}
