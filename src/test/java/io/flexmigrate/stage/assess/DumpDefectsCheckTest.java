package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.Tool;
import io.flexmigrate.mydumper.ToolVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DumpDefectsCheckTest {

    private static final List<String> COLUMNS = List.of("made", "changed");

    private final SourceSample source = new SourceSample();
    private Optional<ToolVersion> mydumper = Optional.of(Inventories.MYDUMPER);

    @Test
    void hasNothingAgainstAPlainTable() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void saysNothingWithoutATool() {
        source.generatedDefaults = Map.of(SourceSample.ORDERS, COLUMNS);
        mydumper = Optional.empty();

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksASourceWhoseCoordinatesItDoesNotWrite() {
        source.version = "8.4.0";

        said().blocks("FM1063", "mydumper 0.10.1", "no binlog coordinates", "8.4.0", "sources before 8.4");
    }

    @Test
    void blocksGeneratedDefaultsByTheNameOfTheTable() {
        source.generatedDefaults = Map.of(SourceSample.ORDERS, COLUMNS);

        said().blocks(
                        "FM1064",
                        "shop.orders",
                        "silently leaves out",
                        "made, changed.",
                        "mydumper 0.10.3",
                        "drop the default");
    }

    @Test
    void hasNothingAgainstGeneratedDefaultsWhereTheToolKeepsThem() {
        source.generatedDefaults = Map.of(SourceSample.ORDERS, COLUMNS);
        mydumper = Optional.of(Inventories.tool(Tool.MYDUMPER, 0, 10, 3));

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksInvisibleColumns() {
        source.version = "8.0.45";
        source.invisibleColumns = Map.of(SourceSample.ORDERS, COLUMNS);

        said().blocks("FM1065", "shop.orders", "invisible columns", "made, changed.", "Make them visible");
    }

    @Test
    void blocksNamesThatItMisreads() {
        source.tables = Stream.of("back`tick", "dotted.name", "looks like a-schema")
                .map(name -> new TableSize(new TableName("shop", name), "InnoDB", 1, 1, 0, true))
                .toList();

        said().allBlock("FM1066", "shop.back`tick", "shop.dotted.name", "shop.looks like a-schema");
    }

    @Test
    void blocksColumnsThatItCannotName() {
        source.backticked = Map.of(SourceSample.ORDERS, List.of("a`b"));

        said().blocks("FM1066", "shop.orders", "backtick", "a`b", "Rename them");
    }

    @Test
    void blocksDatabasesBeyondAsciiEvenOutsideTheScope() {
        source.databases = List.of("größe", "shop");

        said().blocks("FM1067", "database größe", "tables of others", "Rename the database");
    }

    @Test
    void blocksTextsInGeneratedColumnsOf57() {
        source.version = "5.7.22";
        source.generatedTexts = Map.of(SourceSample.ORDERS, COLUMNS);

        said().blocks("FM1068", "shop.orders", "as other columns", "made, changed.", "Drop these columns");
    }

    @Test
    void hasNothingAgainstTextsInGeneratedColumnsOf80() {
        source.generatedTexts = Map.of(SourceSample.ORDERS, COLUMNS);

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfFloats() {
        source.floats = Map.of(SourceSample.ORDERS, List.of("weight"));

        said().warns("FM1069", "shop.orders", "six digits", "weight", "DOUBLE");
    }

    private Said said() {
        ToolInventory tools = new ToolInventory(mydumper, Optional.of(Inventories.MYLOADER), "", "", 0);
        return new Said(new DumpDefectsCheck().findings(Inventories.plan(), new SourceAndTools(source.seen(), tools)));
    }
}
