package io.flexmigrate.stage.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.ChunkLedger;
import io.flexmigrate.engine.ProvenChunks;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.TableName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChunkedComparisonIT {

    private static final int ROWS = 12_000;

    private final Map<LabVersion, LabServer> sources = new EnumMap<>(LabVersion.class);
    private final List<LabServer> servers = new ArrayList<>();

    @BeforeAll
    void start() {
        sources.put(LabVersion.MYSQL_5_7, filled(LabVersion.MYSQL_5_7));
        sources.put(LabVersion.MYSQL_8_0, filled(LabVersion.MYSQL_8_0));
        filled(LabVersion.MYSQL_8_0);
    }

    @AfterAll
    void stop() {
        servers.forEach(LabServer::close);
    }

    @ParameterizedTest
    @EnumSource(
            value = LabVersion.class,
            names = {"MYSQL_5_7", "MYSQL_8_0"})
    void findsAndNamesEveryPlantedDifferenceInEveryKindOfTable(LabVersion version) throws InterruptedException {
        LabServer source = Objects.requireNonNull(sources.get(version));
        LabServer target = servers.get(2);
        assertThat(compared(source, target, ChunkLedger.none()))
                .allSatisfy(verdict -> assertThat(verdict.kind())
                        .as(verdict.table() + " " + verdict.words())
                        .isEqualTo(Verdict.Kind.EQUAL));

        for (Planted planted : PLANTED) {
            for (KeyShape shape : KeyShape.values()) {
                target.execute(planted.change().replace("TABLE", shape.table().quoted()));
            }
            for (Verdict verdict : compared(source, target, ChunkLedger.none())) {
                assertThat(verdict.kind())
                        .as(planted.change() + " in " + verdict.table())
                        .isEqualTo(Verdict.Kind.DIFFERENT);
                boolean keyed = !verdict.table().equals(KeyShape.NONE.table());
                assertThat(verdict.rows()).hasSize(keyed ? 1 : planted.rowsWithoutKey());
                assertThat(verdict.rows().get(0).words(true))
                        .as(verdict.table().toString())
                        .contains(keyed ? planted.named() : planted.value());
            }
            for (KeyShape shape : KeyShape.values()) {
                target.execute(shape.without());
                target.execute(shape.with());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = LabVersion.class,
            names = {"MYSQL_5_7", "MYSQL_8_0"})
    void findsARowOfTheTargetAloneInEveryKindOfTable(LabVersion version) throws InterruptedException {
        LabServer source = Objects.requireNonNull(sources.get(version));
        for (KeyShape shape : KeyShape.values()) {
            source.execute(shape.without());
        }

        assertThat(compared(source, servers.get(2), ChunkLedger.none()))
                .allSatisfy(verdict -> assertThat(verdict.rows())
                        .extracting(row -> row.words(true))
                        .singleElement()
                        .asString()
                        .contains("is on the target only"));

        for (KeyShape shape : KeyShape.values()) {
            source.execute(shape.with());
        }
    }

    /** @param rowsWithoutKey a changed row is one more and one less where rows have no name */
    private record Planted(String change, int rowsWithoutKey, String named, String value) {}

    private static final List<Planted> PLANTED = List.of(
            new Planted(
                    "UPDATE TABLE SET name = 'name 7776' WHERE no = 7777", 2, "name: source 'name 7777'", "name 777"),
            new Planted("UPDATE TABLE SET name = 'name 7777 ' WHERE no = 7777", 2, "target 'name 7777 '", "name 7777"),
            new Planted("UPDATE TABLE SET name = NULL WHERE no = 7777", 2, "target NULL", "no '7777'"),
            new Planted(
                    "UPDATE TABLE SET moment = moment + INTERVAL 1 MICROSECOND WHERE no = 7777", 2, "moment: ", "7777"),
            new Planted("UPDATE TABLE SET raw = CONCAT(raw, X'00') WHERE no = 7777", 2, "raw: ", "7777"),
            new Planted("DELETE FROM TABLE WHERE no = 7777", 1, "is missing on the target", "no '7777'"));

    @ParameterizedTest
    @EnumSource(
            value = LabVersion.class,
            names = {"MYSQL_5_7", "MYSQL_8_0"})
    void findsSwappedDuplicatesAndRowsOfTheTargetAlone(LabVersion version) throws InterruptedException {
        LabServer source = Objects.requireNonNull(sources.get(version));
        LabServer target = servers.get(2);
        for (LabServer server : List.of(source, target)) {
            server.execute("DROP TABLE IF EXISTS lab.twice, lab.extra", "CREATE TABLE lab.twice (v INT)");
            server.execute("CREATE TABLE lab.extra (a INT, b INT, PRIMARY KEY (a, b))");
        }
        source.execute("INSERT INTO lab.twice VALUES (1), (1), (2), (2), (3)");
        target.execute("INSERT INTO lab.twice VALUES (1), (2), (2), (2), (3)");
        source.execute("INSERT INTO lab.extra VALUES (1, 1), (1, 3)");
        target.execute("INSERT INTO lab.extra VALUES (1, 1), (1, 2), (1, 3)");

        for (LabServer server : List.of(source, target)) {
            server.execute(
                    "DROP TABLE IF EXISTS lab.pairs",
                    "CREATE TABLE lab.pairs (v INT, word VARCHAR(40))",
                    "INSERT INTO lab.pairs SELECT n DIV 2, CONCAT('word ', n DIV 2) FROM lab.numbers");
        }
        target.execute("UPDATE lab.pairs SET v = 101, word = 'word 101' WHERE v = 100 LIMIT 1");

        List<Verdict> verdicts = comparison(source, target, ChunkLedger.none())
                .compare(
                        List.of(
                                new TableName("lab", "twice"),
                                new TableName("lab", "extra"),
                                new TableName("lab", "pairs")),
                        2);
        assertThat(verdicts.get(2).rows())
                .extracting(row -> row.words(true))
                .hasSize(2)
                .anyMatch(words -> words.contains("word 100") && words.contains("2 time(s) on the source, 1 on"))
                .anyMatch(words -> words.contains("word 101") && words.contains("2 time(s) on the source, 3 on"));

        assertThat(verdicts.get(0).rows())
                .extracting(row -> row.words(true).replaceFirst("; hash \\w+", ""))
                .containsExactlyInAnyOrder(
                        "row (v '1' is there 2 time(s) on the source, 1 on the target) is missing on the target",
                        "row (v '2' is there 2 time(s) on the source, 3 on the target) is on the target only");
        assertThat(verdicts.get(1).rows())
                .extracting(row -> row.words(false))
                .containsExactly("row (a '1', b '2') is on the target only");
        assertThat(verdicts.get(1).words()).startsWith("has 1 row(s) that differ:");
    }

    @ParameterizedTest
    @EnumSource(
            value = LabVersion.class,
            names = {"MYSQL_5_7", "MYSQL_8_0"})
    void goesOnFromTheLedger(LabVersion version) throws InterruptedException {
        LabServer source = Objects.requireNonNull(sources.get(version));
        Memory memory = new Memory(new ArrayList<>());
        compared(source, servers.get(2), memory);
        int all = memory.written().size();
        assertThat(all).isGreaterThan(KeyShape.values().length + 3);
        List<ChunkProof> lost = memory.written().subList(all - 3, all);
        List<TableName> unproven = lost.stream().map(ChunkProof::table).toList();
        lost.clear();
        List<ChunkProof> kept = List.copyOf(memory.written());

        compared(source, servers.get(2), memory);

        // how many there are now depends on how fast the first of them was
        List<ChunkProof> anew =
                memory.written().subList(kept.size(), memory.written().size());
        assertThat(memory.written()).startsWith(kept.toArray(ChunkProof[]::new));
        assertThat(anew).extracting(ChunkProof::table).isNotEmpty().isSubsetOf(unproven);
        assertThat(anew).noneMatch(proof -> kept.stream().anyMatch(known -> isSameBeginning(known, proof)));
    }

    @ParameterizedTest
    @EnumSource(
            value = LabVersion.class,
            names = {"MYSQL_5_7", "MYSQL_8_0"})
    void readsWhatTakesTooLongInSmallerChunks(LabVersion version) throws InterruptedException {
        LabServer source = Objects.requireNonNull(sources.get(version));
        Memory memory = new Memory(new ArrayList<>());
        servers.get(2).execute("UPDATE lab.number SET name = 'spoilt' WHERE no IN (1, 7777)");

        List<Verdict> verdicts = comparison(source, servers.get(2), memory)
                .within(LoadLimit.of(Duration.ofMillis(2)))
                .compare(List.of(KeyShape.NUMBER.table(), KeyShape.TEXT.table()), 2);

        servers.get(2).execute("UPDATE lab.number SET name = CONCAT('name ', no) WHERE no IN (1, 7777)");
        assertThat(verdicts.get(0).rows()).hasSize(2);
        assertThat(verdicts.get(1).kind()).isEqualTo(Verdict.Kind.EQUAL);
        ProvenChunks proven = ProvenChunks.of(memory);
        for (KeyShape shape : List.of(KeyShape.NUMBER, KeyShape.TEXT)) {
            List<ChunkProof> whole = proven.whole(shape.table());
            assertThat(whole.size()).isGreaterThan(10);
            assertThat(whole.stream().mapToLong(proof -> proof.source().rows()).sum())
                    .isEqualTo(ROWS);
        }
    }

    private static boolean isSameBeginning(ChunkProof one, ChunkProof other) {
        return one.table().equals(other.table())
                && one.range().after().equals(other.range().after());
    }

    private record Memory(List<ChunkProof> written) implements ChunkLedger {

        @Override
        public Optional<String> tell(Consumer<ChunkProof> listener) {
            List.copyOf(written).forEach(listener);
            return Optional.empty();
        }

        @Override
        public void close() {
            // because nothing is open
        }

        @Override
        public synchronized void append(ChunkProof proof) {
            Collections.addAll(written, proof);
        }
    }

    private List<Verdict> compared(LabServer source, LabServer target, ChunkLedger ledger) throws InterruptedException {
        List<TableName> tables =
                List.of(KeyShape.values()).stream().map(KeyShape::table).toList();
        return comparison(source, target, ledger).compare(tables, 2);
    }

    private static ChunkedComparison comparison(LabServer source, LabServer target, ChunkLedger ledger) {
        return new ChunkedComparison(source.root(), target.root(), TargetWait::none, ledger, 100);
    }

    private LabServer filled(LabVersion version) {
        LabServer server = Lab.start(version);
        servers.add(server);
        List<String> statements = new ArrayList<>(List.of(
                "CREATE DATABASE lab",
                "CREATE TABLE lab.numbers (n INT PRIMARY KEY)",
                "SET SESSION sql_mode = ''",
                "SET @n = 0",
                "INSERT INTO lab.numbers SELECT @n := @n + 1 FROM information_schema.COLLATIONS a,"
                        + " information_schema.COLLATIONS b LIMIT " + ROWS));
        List.of(KeyShape.values()).forEach(shape -> statements.addAll(shape.statements()));
        server.execute(statements);
        return server;
    }
}
