package io.flexmigrate.stage.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.TableName;
import io.flexmigrate.mydumper.DumpedTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BatchingTest {

    private static final Batching BATCHING = new Batching(4);

    @Test
    void loadsLargeTablesAloneAndTheLargestFirst() {
        List<Batch> batches = BATCHING.of(List.of(
                table("shop", "small", 1),
                table("shop", "large", Batching.LARGE),
                table("shop", "larger", 2 * Batching.LARGE),
                table("shop", "tiny", 0)));

        assertThat(batches)
                .extracting(Batch::label)
                .containsExactly("shop.larger", "shop.large", "2 tables of shop from small");
    }

    @Test
    void neverMixesDatabases() {
        List<Batch> batches = BATCHING.of(List.of(table("a", "t", 1), table("b", "t", 1), table("a", "u", 1)));

        assertThat(batches)
                .allSatisfy(batch -> assertThat(batch.names())
                        .extracting(TableName::database)
                        .containsOnly(batch.database()));
        assertThat(batches).hasSize(2);
    }

    @Test
    void limitsABatchByNumberAndBySize() {
        List<PendingTable> tables = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            tables.add(table("many", "t" + i, 10));
        }
        for (int i = 0; i < 10; i++) {
            tables.add(table("medium", "t" + i, Batching.LARGE - 1));
        }

        List<Batch> batches = BATCHING.of(tables);

        assertThat(batches).allSatisfy(batch -> {
            assertThat(batch.tables()).hasSizeLessThanOrEqualTo(Batching.MOST);
            assertThat(batch.bytes()).isLessThanOrEqualTo(Batching.LARGE);
        });
        assertThat(batches.stream().mapToInt(batch -> batch.tables().size()).sum())
                .isEqualTo(tables.size());
        assertThat(batches).hasSize(200 + 10);
    }

    @Test
    void keepsAllLanesBusyWithFewSmallTables() {
        List<PendingTable> tables = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            tables.add(table("shop", "t" + i, 10));
        }

        assertThat(BATCHING.of(tables)).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void makesNothingOfNothing() {
        assertThat(BATCHING.of(List.of())).isEmpty();
    }

    private static PendingTable table(String database, String name, long bytes) {
        Path file = Path.of("/dump", database + "." + name + ".sql");
        return new PendingTable(
                new DumpedTable(new TableName(database, name), file, List.of(file)), bytes, OptionalLong.empty());
    }
}
