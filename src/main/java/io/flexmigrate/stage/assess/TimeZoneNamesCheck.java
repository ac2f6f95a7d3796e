package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.StoredObject;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** FM1407: names of time zones that the source uses are known on the target. */
final class TimeZoneNamesCheck implements Check<BothServers> {

    /** A conversion in which both zones are offsets needs no names, and one by variables may. */
    private static final Pattern CONVERSION = Pattern.compile("\\bCONVERT_TZ\\s*\\(", Pattern.CASE_INSENSITIVE);

    private static final Pattern OFFSET = Pattern.compile("'[+-]\\d{1,2}:\\d{2}'");
    private static final Rule RULE = Rule.of(
            "FM1407",
            "The target knows time zones by name where the source uses them",
            "Without the tables CONVERT_TZ() returns NULL, and SET time_zone with a name ends with error 1298, as does an event that was"
                    + " made under a named zone.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-server-parameters");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        if (seen.target().part(TimeZoneTables.class).loaded()) {
            return List.of();
        }
        List<String> uses = uses(seen.source());
        if (uses.isEmpty()) {
            return List.of();
        }
        return List.of(RULE.warning(
                "target time zone tables",
                "The target's table mysql.time_zone_name is empty, and the source uses names: " + ShortList.of(uses)
                        + ".",
                "On the target:\nCALL mysql.az_load_timezone;\nAfterwards restart it:\n"
                        + new AzureCommand(plan).restart()));
    }

    private static List<String> uses(SourceInventory source) {
        List<String> uses = new ArrayList<>();
        String zone = source.server().variables().text("time_zone");
        if (TimeZone.isNamed(zone)) {
            uses.add("time_zone " + zone);
        }
        source.part(StoredCode.class).of(source.scope()).stream()
                .flatMap(TimeZoneNamesCheck::uses)
                .forEach(uses::add);
        return uses;
    }

    private static Stream<String> uses(StoredObject object) {
        String zone = object.timeZone();
        if (TimeZone.isNamed(zone)) {
            return Stream.of(object.label() + " (" + zone + ")");
        }
        return convertsByName(object.body().orElse("")) ? Stream.of(object.label() + " (CONVERT_TZ)") : Stream.empty();
    }

    private static boolean convertsByName(String definition) {
        long conversions = CONVERSION.matcher(definition).results().count();
        return OFFSET.matcher(definition).results().count() < 2 * conversions;
    }
}
