package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.TableSize;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.AssessmentResult.ParameterAdvice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadParametersTest {

    private static final String SET =
            "az mysql flexible-server parameter set --resource-group <resource-group> --server-name shop --name ";

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void saysHowToRaiseAndHowToPutBack() {
        target.with("max_allowed_packet", "16777216");

        assertThat(advice(Inventories.plan())).singleElement().satisfies(advice -> {
            assertThat(advice.name()).isEqualTo("max_allowed_packet");
            assertThat(advice.now()).isEqualTo("16777216");
            assertThat(advice.forTheLoad()).isEqualTo("1073741824");
            assertThat(advice.before()).isEqualTo(SET + "max_allowed_packet --value 1073741824");
            assertThat(advice.after()).isEqualTo(SET + "max_allowed_packet --value 16777216");
        });
    }

    @Test
    void leavesWhatIsGoodEnough() {
        target.with("max_allowed_packet", "1073741824")
                .with("slow_query_log", "off")
                .with("innodb_io_capacity", "20000")
                .with("query_store_capture_mode", "NONE");

        assertThat(advice(Inventories.plan())).isEmpty();
    }

    @Test
    void raisesTheUpperBoundFirst() {
        target.with("innodb_io_capacity", "200")
                .with("innodb_io_capacity_max", "2000")
                .with("query_store_capture_mode", "ALL");

        assertThat(advice(Inventories.plan()))
                .extracting(ParameterAdvice::name)
                .containsExactly("query_store_capture_mode", "innodb_io_capacity_max", "innodb_io_capacity");
    }

    @Test
    void keepsInvisibleKeysAwayWhereATableHasNone() {
        target.with(GeneratedKeysCheck.PARAMETER, "ON");
        assertThat(advice(Inventories.plan())).isEmpty();

        source.tables = List.of(new TableSize(SourceSample.ORDERS, "InnoDB", 1, 1, 0, false));
        assertThat(advice(Inventories.plan()))
                .extracting(ParameterAdvice::name)
                .containsExactly(GeneratedKeysCheck.PARAMETER);
    }

    @Test
    void saysNothingOfKeysWhereTheTablesAreUnknown() {
        target.with(GeneratedKeysCheck.PARAMETER, "ON");
        source.without(SourceTables.class, "SELECT denied");

        assertThat(advice(Inventories.plan())).isEmpty();
    }

    @Test
    void leavesAnotherKindOfServerAlone() {
        target.with("max_allowed_packet", "16777216");

        assertThat(advice(Inventories.planReplacing("flexible-server", "mysql")))
                .isEmpty();
    }

    private List<ParameterAdvice> advice(Plan plan) {
        return new LoadParameters(
                        plan,
                        new Assessment(
                                Optional.of(source.seen()),
                                Optional.of(target.seen()),
                                Inventories.tools(1),
                                List.of()))
                .all();
    }
}
