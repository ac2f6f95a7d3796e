package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mysql.Events;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventSchedulerCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    private static final EnabledEvents NIGHTLY =
            new EnabledEvents(List.of(new Events.Name("shop", "night`ly"), new Events.Name("shop", "daily")));

    @Test
    void hasNothingAgainstASchedulerThatRestsWithoutEvents() {
        source.with("event_scheduler", "ON");
        target.with("event_scheduler", "OFF");

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstTwoSchedulersThatRun() {
        source.with("event_scheduler", "ON").with(NIGHTLY);
        target.with("event_scheduler", "ON");

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfEventsThatWouldRest() {
        source.with("event_scheduler", "ON").with(NIGHTLY);
        target.with("event_scheduler", "DISABLED");

        said().warns(
                        "FM1409",
                        "target event_scheduler",
                        "shop.night`ly, shop.daily",
                        "After the cut-over",
                        "--name event_scheduler --value ON");
    }

    @Test
    void warnsOfEventsThatWouldBeginToRun() {
        source.with("event_scheduler", "OFF").with(NIGHTLY);
        target.with("event_scheduler", "ON");

        said().warns(
                        "FM1409",
                        "target event_scheduler",
                        "not on the source",
                        "ALTER EVENT `shop`.`night``ly` DISABLE;\nALTER EVENT `shop`.`daily` DISABLE;");
    }

    private Said said() {
        return new Said(
                new EventSchedulerCheck().findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
