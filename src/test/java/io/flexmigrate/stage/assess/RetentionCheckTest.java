package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mysql.BinlogLifetime;
import io.flexmigrate.mysql.BinlogLifetime.Keeper;
import io.flexmigrate.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionCheckTest {

    private static final String CODE = "FM1500";
    private static final String SUBJECT = "source binlog retention";
    private static final long TERABYTE = 1_000_000_000_000L;

    private final SourceSample source = new SourceSample();

    private Said said(Plan plan, long bytes, BinlogLifetime lifetime) {
        source.tables = List.of(new TableSize(SourceSample.ORDERS, "InnoDB", 1, bytes, 0, true));
        SourceInventory seen = source.with(new BinlogKeeping(lifetime)).seen();
        Assessment all =
                new Assessment(Optional.of(seen), Optional.empty(), Inventories.tools(Long.MAX_VALUE), List.of());
        return new Said(new RetentionCheck().findings(plan, Foreseen.of(plan, seen, all)));
    }

    private static BinlogLifetime keeps(Duration time, Keeper keeper, boolean ours) {
        return new BinlogLifetime(Optional.of(time), "as set", keeper, ours);
    }

    private static List<Finding> none() {
        return List.of();
    }

    @Test
    void isSilentWhenTheSourceKeepsItsBinlogsLongEnoughOrForEver() {
        Plan plan = Inventories.plan();

        assertThat(said(plan, 1 << 30, keeps(Duration.ofDays(30), Keeper.SECONDS, true))
                        .findings())
                .isEqualTo(none());
        assertThat(said(plan, Long.MAX_VALUE, new BinlogLifetime(Optional.empty(), "0", Keeper.DAYS, false))
                        .findings())
                .isEqualTo(none());
    }

    @Test
    void warnsWhenPrepareWillRaiseIt() {
        said(Inventories.plan(), 1 << 30, keeps(Duration.ofMinutes(1), Keeper.SECONDS, true))
                .warns(
                        CODE,
                        SUBJECT,
                        "keeps a binlog file for 60 s",
                        "PREPARE raises it to 2 d",
                        "SET GLOBAL binlog_expire_logs_seconds = 172800;");
    }

    @Test
    void namesThePlansFieldWhenThatIsTooShortToo() {
        said(Inventories.plan(), TERABYTE, keeps(Duration.ofHours(1), Keeper.DAYS, true))
                .warns(
                        CODE,
                        SUBJECT,
                        "PREPARE raises it to 2 d only",
                        "source.binlog_retention: ",
                        "expire_logs_days = ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SECONDS; SET GLOBAL binlog_expire_logs_seconds = 172800;",
                "DAYS; SET GLOBAL expire_logs_days = 2;",
                "RDS; CALL mysql.rds_set_configuration('binlog retention hours', 48);",
                "AZURE; --name binlog_expire_logs_seconds --value 172800",
            })
    void blocksWhenNobodyButAPersonCanRaiseIt(Keeper keeper, String remedy) {
        said(Inventories.plan(), 1 << 30, keeps(Duration.ZERO, keeper, false))
                .blocks(CODE, SUBJECT, "for no time at all", "cannot raise it", remedy);
    }
}
