package io.flexmigrate.stage.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.TableName;
import io.flexmigrate.stage.load.LoadLedger.Work;
import io.flexmigrate.testing.MemoryJournal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadLedgerTest {

    private static final TableName PLAIN = new TableName("sh`op, x", "orders");
    private static final TableName ODD = new TableName("sh`op, x", "o`,`\nd\\d'");

    private final StageLog log = new StageLog(
            StageName.LOAD, new MemoryJournal(), InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));

    @Test
    void knowsWhatWasBegunAndWhatIsDoneFromTheLogAlone() {
        ledger().intend(Work.LOAD, "two tables", List.of(PLAIN, ODD));

        assertThat(ledger().isResumed()).isTrue();
        assertThat(ledger().hasIntended(Work.LOAD, ODD)).isTrue();
        assertThat(ledger().hasReached(Work.LOAD, ODD)).isFalse();

        ledger().reachLoad("two tables", List.of(PLAIN, ODD), List.of(5L, 0L), List.of(ODD));

        assertThat(ledger().hasReached(Work.LOAD, PLAIN)).isTrue();
        assertThat(ledger().hasReached(Work.LOAD, ODD)).isTrue();
        assertThat(ledger().rows()).isEqualTo(Map.of(PLAIN, 5L, ODD, 0L));
    }

    @Test
    void keepsIndexesApartFromRows() {
        ledger().reachLoad("two tables", List.of(PLAIN, ODD), List.of(5L, 0L), List.of(ODD));

        assertThat(ledger().hasReached(Work.INDEXES, PLAIN)).isTrue();
        assertThat(ledger().hasReached(Work.INDEXES, ODD)).isFalse();

        ledger().reach(Work.INDEXES, "two tables", List.of(ODD));

        assertThat(ledger().hasReached(Work.INDEXES, ODD)).isTrue();
    }

    @Test
    void believesNothingOfAnotherDump() {
        ledger().intend(Step.of("create-objects"), Map.of());
        ledger().reachLoad("one table", List.of(PLAIN), List.of(5L), List.of());

        LoadLedger other = new LoadLedger(log, "binlog.000002:4");

        assertThat(other.isResumed()).isTrue();
        assertThat(other.hasReached(Work.LOAD, PLAIN)).isFalse();
        assertThat(other.hasReached(Work.INDEXES, PLAIN)).isFalse();
        assertThat(other.hasIntended(Step.of("create-objects"))).isFalse();
        assertThat(other.hasEverIntended(Step.of("create-objects"))).isTrue();
        assertThat(other.rows()).isEmpty();
    }

    @Test
    void forgetsWhatIsGone() {
        LoadLedger ledger = ledger();
        ledger.reachLoad("two tables", List.of(PLAIN, ODD), List.of(5L, 0L), List.of());

        ledger.forget(ODD);

        assertThat(ledger.hasReached(Work.LOAD, ODD)).isFalse();
        assertThat(ledger.rows()).isEqualTo(Map.of(PLAIN, 5L));
    }

    private LoadLedger ledger() {
        return new LoadLedger(log, "binlog.000001:4");
    }
}
