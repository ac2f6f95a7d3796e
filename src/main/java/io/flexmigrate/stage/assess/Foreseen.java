package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Forecast;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.VerifyMode;
import io.flexmigrate.planning.Forecaster;
import io.flexmigrate.planning.Rates;
import io.flexmigrate.stage.ToolThreads;
import java.util.Optional;

/**
 * The source beside what is foreseen for it.
 *
 * @param rates what the forecast was made of
 */
record Foreseen(SourceInventory source, Rates rates, Forecast forecast) {

    /** Foresees, with what was measured where something was, and with assumptions elsewhere. */
    static Foreseen of(Plan plan, SourceInventory source, Assessment seen) {
        Rates rates = seen.probed()
                .over(Rates.assumed(
                        source.tables(),
                        new Rates.Threads(
                                ToolThreads.of(plan.dump().threads()),
                                ToolThreads.of(plan.load().threads()),
                                plan.verify().threads())));
        Forecaster.Course course = new Forecaster.Course(
                plan.verify().mode() == VerifyMode.FULL,
                plan.catchUp().stableFor(),
                plan.cutover().budget());
        return new Foreseen(source, rates, new Forecaster(rates, course).forecast(source.tables(), kept(source)));
    }

    private static Optional<Forecaster.Kept> kept(SourceInventory source) {
        try {
            BinlogKeeping keeping = source.part(BinlogKeeping.class);
            return keeping.lifetime()
                    .kept()
                    .map(time -> new Forecaster.Kept(time, keeping.lifetime().setting()));
        } catch (UnreadException unread) {
            return Optional.empty();
        }
    }
}
