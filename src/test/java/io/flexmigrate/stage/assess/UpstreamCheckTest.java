package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.ReplicaStatus.ThreadError;
import io.flexmigrate.plan.Plan;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class UpstreamCheckTest {

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
    void removesALinkInTheWordsOfTheServer() {
        source.replica = Optional.of(linkTo("upstream"));
        source.version = "8.0.45";

        said().blocks("FM1017", "source replication", "STOP REPLICA;\nRESET REPLICA ALL;");

        source.version = "5.7.22";

        said().blocks("FM1017", "source replication", "STOP SLAVE;\nRESET SLAVE ALL;");
    }

    @Test
    void hasNothingAgainstAStatusThatNamesNoSource() {
        source.replica = Optional.of(linkTo(""));

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void takesTheWayBackForOursWhereThePlanWantsOneOnly() {
        source.replica = Optional.of(linkTo("shop.mysql.database.azure.com"));
        Plan wanting = Inventories.planWith("""
                  replication: { port: 3307 }
                cutover: { way_back: required }
                """.stripTrailing());

        assertThat(new UpstreamCheck().findings(wanting, source.seen())).isEmpty();
        assertThat(said().findings()).hasSize(1);
    }

    private static ReplicaStatus linkTo(String host) {
        return new ReplicaStatus(
                host, 3307, "No", "No", Optional.empty(), OptionalLong.empty(), ThreadError.NONE, ThreadError.NONE);
    }

    private Said said() {
        return new Said(new UpstreamCheck().findings(Inventories.plan(), source.seen()));
    }
}
