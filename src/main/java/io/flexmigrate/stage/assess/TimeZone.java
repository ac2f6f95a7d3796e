package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.Variables;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The time zone in which a server tells the time.
 *
 * @param setting {@code time_zone}: a name, an offset such as {@code +02:00}, or {@code SYSTEM}
 * @param ofSystem what {@code SYSTEM} means there, such as {@code CET}
 */
record TimeZone(String setting, String ofSystem) {

    static final String UTC = "+00:00";

    private static final Pattern OFFSET = Pattern.compile("[+-]\\d{1,2}:\\d{2}");
    private static final Set<String> NAMES_OF_UTC = Set.of("utc", "etc/utc", "+00:00", "-00:00", "+0:00", "universal");

    static TimeZone of(Variables variables) {
        return new TimeZone(variables.text("time_zone"), variables.text("system_time_zone"));
    }

    /** Whether it is a name that must be looked up in the server's tables. */
    static boolean isNamed(String zone) {
        return !zone.isEmpty()
                && !zone.equalsIgnoreCase("SYSTEM")
                && !OFFSET.matcher(zone).matches();
    }

    /** What it comes down to. */
    String effective() {
        String zone = isOfSystem() ? ofSystem : setting;
        return NAMES_OF_UTC.contains(zone.toLowerCase(Locale.ROOT)) ? UTC : zone;
    }

    boolean isOfSystem() {
        return setting.equalsIgnoreCase("SYSTEM");
    }

    /** As a person would say it. */
    String label() {
        return isOfSystem() ? setting + " (" + ofSystem + ")" : setting;
    }
}
