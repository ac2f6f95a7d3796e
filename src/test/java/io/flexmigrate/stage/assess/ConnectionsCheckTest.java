package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsCheckTest {

    /** Needs 12 connections of the source and 18 of the target. */
    private final Plan plan = Inventories.planWith(
            "dump: { threads: 4 }\nload: { threads: 10 }\nverify: { threads: 2 }\ncutover: { way_back: none }");

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @BeforeEach
    void giveBothEnough() {
        source.with("max_connections", "13");
        target.with("max_connections", "19");
    }

    @Test
    void hasNothingAgainstServersWithRoom() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfASourceThatIsNearlyFull() {
        source.with(new OpenConnections(2));

        said().warns(
                        "FM1413",
                        "source max_connections",
                        "takes 13 connections and has 2 open",
                        "about 12",
                        "dump.threads",
                        "SET GLOBAL max_connections = 14;");
    }

    @Test
    void blocksATargetThatIsTooSmall() {
        target.with("max_connections", "17");

        said().blocks("FM1413", "target max_connections", "load.threads", "--name max_connections --value 19");
    }

    @Test
    void countsTheLimitOfOneUser() {
        target.with("max_user_connections", "5");

        said().blocks("FM1413", "target max_connections", "takes 5 connections");
    }

    private Said said() {
        return new Said(new ConnectionsCheck().findings(plan, new BothServers(source.seen(), target.seen())));
    }
}
