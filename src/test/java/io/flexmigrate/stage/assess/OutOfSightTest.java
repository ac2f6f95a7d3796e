package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.AssessmentResult.Unseen;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutOfSightTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void namesTheWayOfTheLinkAndTheDisk() {
        List<Unseen> unseen = unseen(Inventories.plan());

        assertThat(unseen)
                .extracting(Unseen::subject)
                .containsExactly("network from target to source", "free space of the target");
        assertThat(unseen.get(0).remedy()).contains("\nmysql -h 'db1' -P 3306 -u 'repl' -p -e 'SELECT 1'");
        assertThat(unseen.get(1).reason()).contains("about 64 MiB");
        assertThat(unseen.get(1).remedy()).contains("--name shop --query storage");
    }

    @Test
    void namesTheFilterOfAServerThatHidesIt() {
        target.version = "5.7.44";
        target.with(new TargetFilters(Optional.empty()));

        assertThat(unseen(Inventories.plan()))
                .last()
                .satisfies(filter -> assertThat(filter.remedy())
                        .contains("az mysql flexible-server parameter show", "replicate_wild_ignore_table"));
    }

    @Test
    void saysNoSizeWhereTheTablesAreUnknown() {
        source.without(SourceTables.class, "SELECT denied");

        assertThat(unseen(Inventories.plan()).get(1).reason()).doesNotContain("MiB");
    }

    @Test
    void leavesTheDiskOfAnotherKindOfServerToItsOwner() {
        assertThat(unseen(Inventories.planReplacing("flexible-server", "mysql")))
                .extracting(Unseen::subject)
                .containsExactly("network from target to source");
    }

    private List<Unseen> unseen(Plan plan) {
        return new OutOfSight(
                        plan,
                        new Assessment(
                                Optional.of(source.seen()),
                                Optional.of(target.seen()),
                                Inventories.tools(1),
                                List.of()))
                .all();
    }
}
