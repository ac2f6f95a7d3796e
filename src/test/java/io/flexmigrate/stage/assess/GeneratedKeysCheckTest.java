package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedKeysCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    private static final List<TableSize> WITHOUT_KEY =
            List.of(new TableSize(new TableName("shop", "log"), "InnoDB", 1, 1, 0, false));

    @Test
    void hasNothingAgainstKeysThatNoTableNeeds() {
        target.with("sql_generate_invisible_primary_key", "ON");

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstAServerThatAddsNoKeys() {
        target.with("sql_generate_invisible_primary_key", "OFF");
        source.tables = WITHOUT_KEY;

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfTablesThatWouldGetAnInvisibleKey() {
        target.with("sql_generate_invisible_primary_key", "ON");
        source.tables = WITHOUT_KEY;

        said().warns(
                        "FM1401",
                        "target sql_generate_invisible_primary_key",
                        "1 table(s)",
                        "shop.log",
                        "az mysql flexible-server parameter set --resource-group <resource-group> --server-name shop"
                                + " --name sql_generate_invisible_primary_key --value OFF");
    }

    private Said said() {
        return new Said(
                new GeneratedKeysCheck().findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
