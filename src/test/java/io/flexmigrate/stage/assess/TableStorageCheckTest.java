package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mysql.TableFiles.Placement;
import io.flexmigrate.mysql.TableOptions.Options;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableStorageCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAGoodSource() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksATableInATablespace() {
        source.with(new TableTraits(
                List.of(), List.of(new Placement(SourceSample.ORDERS, "the tablespace far")), List.of()));

        said().blocks("FM1225", "shop.orders", "the tablespace far", "TABLESPACE=innodb_file_per_table;");
    }

    @Test
    void blocksAnEncryptedTable() {
        options("ENCRYPTION=\"Y\"");

        said().blocks("FM1226", "shop.orders", "encrypted", "ENCRYPTION='N';");
    }

    @Test
    void blocksAFixedRowFormat() {
        options("row_format=FIXED");

        said().blocks("FM1226", "shop.orders", "FIXED", "ROW_FORMAT=DYNAMIC;");
    }

    private void options(String options) {
        source.with(new TableTraits(List.of(new Options(SourceSample.ORDERS, options)), List.of(), List.of()));
    }

    private Said said() {
        return DataSamples.said(new TableStorageCheck(), source);
    }
}
