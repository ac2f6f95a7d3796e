package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Variables;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Locale;

/** FM1412: text that nobody says the character set of is stored alike. */
final class ServerCharacterSetCheck implements Check<BothServers> {

    private static final String CHARACTER_SET = "character_set_server";
    private static final String COLLATION = "collation_server";
    private static final Rule RULE = Rule.of(
            "FM1412",
            "Both servers have the same default character set and collation",
            "What moves keeps its own. Databases that are made without one after the cut-over get another, as do clients that take the"
                    + " server's; comparing their text with older columns may then fail with error 1267.",
            "https://dev.mysql.com/doc/refman/8.0/en/charset-server.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        Variables source = seen.source().server().variables();
        Variables target = seen.target().server().variables();
        if (same(source, target, CHARACTER_SET) && same(source, target, COLLATION)) {
            return List.of();
        }
        AzureCommand azure = new AzureCommand(plan);
        return List.of(RULE.warning(
                "target " + CHARACTER_SET,
                "The default is " + label(source) + " on the source and " + label(target) + " on the target.",
                "Give the target the source's, unless what is made anew is meant to have the target's:\n"
                        + azure.set(CHARACTER_SET, source.text(CHARACTER_SET)) + "\n"
                        + azure.set(COLLATION, source.text(COLLATION))));
    }

    private static boolean same(Variables source, Variables target, String name) {
        return todays(source.text(name)).equals(todays(target.text(name)));
    }

    /** From 8.0.29 on utf8 is called utf8mb3: refman/8.0/en/charset-unicode-utf8mb3.html. Azure shows some in capitals. */
    private static String todays(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("utf8") || lower.startsWith("utf8_") ? "utf8mb3" + lower.substring(4) : lower;
    }

    private static String label(Variables variables) {
        return variables.text(CHARACTER_SET) + " with " + variables.text(COLLATION);
    }
}
