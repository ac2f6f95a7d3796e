package io.flexmigrate.stage.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.LinkLook;
import io.flexmigrate.model.LinkVerdict;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.testing.TestingTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkCheckTest {

    private final LinkCheck check =
            new LinkCheck(new Plan.Watch(Duration.ofSeconds(1), Duration.ofSeconds(5), List.of()), new TestingTime());

    @Test
    void tellsALinkThatBreaksWhileItWaitsFromOneThatIsLate() {
        LinkLook look = check.look(new Waiting(true), List.of("a note"));

        assertThat(look.verdict()).isEqualTo(LinkVerdict.BROKEN);
        assertThat(look.message()).isEqualTo("stopped To do: start it");
        assertThat(look.notes()).containsExactly("a note");
    }

    @Test
    void tellsALinkThatRunsAndIsLate() {
        LinkLook look = check.look(new Waiting(false), List.of());

        assertThat(look.verdict()).isEqualTo(LinkVerdict.LAGGING);
        assertThat(look.message()).contains("binlog.000001:4", "5000 ms");
    }

    /** One that has not applied what it is asked for, and may break meanwhile. */
    private static final class Waiting implements Link {
        private final boolean breaks;
        private boolean waited;

        Waiting(boolean breaks) {
            this.breaks = breaks;
        }

        @Override
        public BinlogCoordinates sourceCoordinates() {
            return new BinlogCoordinates("binlog.000001", 4);
        }

        @Override
        public Optional<ReplicaStatus> status() {
            return Optional.empty();
        }

        @Override
        public Optional<BinlogCoordinates> applied() {
            return Optional.empty();
        }

        @Override
        public boolean awaitApplied(BinlogCoordinates coordinates, Duration timeout) {
            waited = true;
            return false;
        }

        @Override
        public void requireHealthy() {
            if (waited && breaks) {
                throw new StageFailedException("stopped", "start it");
            }
        }

        @Override
        public void close() {
            // because there is nothing to close
        }
    }
}
