package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.ReplicaStatus.ThreadError;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OtherWritersCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstASourceThatOnlyClientsWriteTo() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksASourceThatIsAReplica() {
        source.replica = Optional.of(linkTo("upstream"));

        said().blocks("FM1017", "source replication", "replica of upstream:3307", "Migrate from upstream itself");
    }

    @Test
    void hasNothingAgainstAStatusThatNamesNoSource() {
        source.replica = Optional.of(linkTo(""));

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksPreparedTransactions() {
        source.preparedTransactions = 2;

        said().blocks("FM1018", "source XA transactions", "2 XA transaction(s)", "XA RECOVER");
    }

    private static ReplicaStatus linkTo(String host) {
        return new ReplicaStatus(
                host, 3307, "No", "No", Optional.empty(), OptionalLong.empty(), ThreadError.NONE, ThreadError.NONE);
    }

    private Said said() {
        return new Said(new OtherWritersCheck().findings(Inventories.plan(), source.seen()));
    }
}
