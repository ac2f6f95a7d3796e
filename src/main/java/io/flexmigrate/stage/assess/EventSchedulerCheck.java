package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Events;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.stream.Collectors;

/** FM1409: events that run on the source will run on the target, and others will not. */
final class EventSchedulerCheck implements Check<BothServers> {

    private static final String PARAMETER = "event_scheduler";
    private static final Rule RULE = Rule.of(
            "FM1409",
            "The target runs events as the source does",
            "FINISH enables the events that are enabled on the source: nothing happens in them where the scheduler is off, and jobs that"
                    + " nobody expects begin where it is on.",
            "https://dev.mysql.com/doc/refman/8.0/en/events-configuration.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        boolean runsOnSource = seen.source().server().variables().isOn(PARAMETER);
        boolean runsOnTarget = seen.target().server().variables().isOn(PARAMETER);
        if (runsOnSource == runsOnTarget) {
            return List.of();
        }
        List<Events.Name> events = seen.source().part(EnabledEvents.class).names();
        if (events.isEmpty()) {
            return List.of();
        }
        String names = ShortList.of(events.stream().map(Events.Name::toString).toList());
        return List.of(runsOnSource ? wouldRest(plan, names) : wouldRun(events, names));
    }

    private static Finding wouldRest(Plan plan, String names) {
        return RULE.warning(
                "target " + PARAMETER,
                "It is not ON on the target, and the source runs events: " + names + ".",
                "After the cut-over, not before:\n" + new AzureCommand(plan).set(PARAMETER, "ON"));
    }

    private static Finding wouldRun(List<Events.Name> events, String names) {
        return RULE.warning(
                "target " + PARAMETER,
                "It is ON on the target and not on the source, where these events are enabled and do not run: " + names
                        + ".",
                "Disable on the source what must not run on the target either:\n"
                        + events.stream()
                                .map(event -> "ALTER EVENT " + event.quoted() + " DISABLE;")
                                .collect(Collectors.joining("\n")));
    }
}
