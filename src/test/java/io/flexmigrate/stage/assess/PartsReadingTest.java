package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.Refusals;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartsReadingTest {

    private record First(String word) implements Part {}

    private record Second(String word) implements Part {}

    private record Third(String word) implements Part {}

    private static final PartReader<First> FIRST = new PartReader<>(First.class, context -> new First("1"));
    private static final PartReader<Third> THIRD = new PartReader<>(Third.class, context -> new Third("3"));

    private final List<String> asked = new ArrayList<>();

    @Test
    void goesOnAfterWhatMayNotBeRead() {
        Parts parts = read(true, FIRST, refusing(Refusals.denied("SELECT command denied")), THIRD);

        assertThat(parts.get(First.class).word()).isEqualTo("1");
        assertThat(parts.get(Third.class).word()).isEqualTo("3");
        assertThat(parts.lost()).isEmpty();
        assertThatThrownBy(() -> parts.get(Second.class))
                .isInstanceOf(UnreadException.class)
                .hasMessageContaining("SELECT command denied", "error 1142");
    }

    @Test
    void asksNothingMoreOfAServerThatIsGone() {
        Parts parts = read(false, FIRST, refusing(Refusals.lost()), new PartReader<>(Third.class, context -> {
            asked.add("third");
            return new Third("3");
        }));

        assertThat(asked).isEmpty();
        assertThat(parts.get(First.class).word()).isEqualTo("1");
        assertThat(parts.lost())
                .hasValueSatisfying(reason -> assertThat(reason).contains("Communications link failure"));
        assertThatThrownBy(() -> parts.get(Third.class)).hasMessageContaining("Communications link failure");
    }

    @Test
    void leavesUnreadWhatRestsOnAnUnreadPart() {
        Parts parts = read(
                true,
                refusing(Refusals.denied("SELECT command denied")),
                new PartReader<>(
                        Third.class,
                        context -> new Third(context.parts().get(Second.class).word())));

        assertThatThrownBy(() -> parts.get(Third.class)).hasMessageContaining("SELECT command denied");
        assertThat(parts.lost()).isEmpty();
    }

    @Test
    void namesAPartThatNobodyReads() {
        assertThatThrownBy(() -> read(true).get(First.class)).hasMessage("First was not read.");
    }

    @Test
    void aLostServerBlocks() {
        SourceInventory source = new SourceInventory(
                new SourceSample().seen().server(),
                new Parts.Builder()
                        .lost("source: listing the tables failed: gone")
                        .build());
        Assessment seen = new Assessment(Optional.of(source), Optional.empty(), Inventories.tools(1 << 30), List.of());

        assertThat(Unreachable.missingParts(seen)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("FM1000");
            assertThat(finding.blocks()).isTrue();
            assertThat(finding.message()).contains("lost while it was read", "listing the tables failed: gone.");
        });
    }

    private static PartReader<Second> refusing(MySqlException refusal) {
        return new PartReader<>(Second.class, context -> {
            throw refusal;
        });
    }

    private static Parts read(boolean alive, PartReader<?>... readers) {
        return new PartsReading(
                        Inventories.plan(),
                        new Silent(alive),
                        Inventories.server("8.0.15", Map.of(), Set.of("ALL PRIVILEGES")))
                .read(List.of(readers));
    }

    /** A session that nothing is asked of but whether it lives. */
    private record Silent(boolean alive) implements Session {

        @Override
        public List<Row> query(Sql sql) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void execute(Sql sql) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void execute(Sql sql, Duration timeout) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Row> await(Sql sql, Duration timeout) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isAlive(Duration timeout) {
            return alive;
        }

        @Override
        public void endureSilence(Duration longest) {}

        @Override
        public void close() {}
    }
}
