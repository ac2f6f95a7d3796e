package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.ReplicaStatus.ThreadError;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ForeignLinkCheckTest {

    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstATargetWithoutLink() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksATargetThatIsLinkedAlready() {
        target.replica = Optional.of(linkTo("other-db"));

        said().blocks("FM1031", "target link", "other-db:3307", "CALL mysql.az_replication_remove_master");
    }

    @Test
    void hasNothingAgainstAStatusThatNamesNoSource() {
        target.replica = Optional.of(linkTo(""));

        assertThat(said().findings()).isEmpty();
    }

    private static ReplicaStatus linkTo(String host) {
        return new ReplicaStatus(
                host, 3307, "No", "No", Optional.empty(), OptionalLong.empty(), ThreadError.NONE, ThreadError.NONE);
    }

    private Said said() {
        return new Said(new ForeignLinkCheck().findings(Inventories.plan(), target.seen()));
    }
}
