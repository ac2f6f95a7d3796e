package io.flexmigrate.scenario;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A line of the journal by its name, such as {@code CUT_OVER reached OPENING money}, and when: just before or just after it is
 * written.
 *
 * @param occurrence the first line of that name is 1
 */
record Moment(String name, int occurrence, boolean before) {

    static final String BEFORE = "before ";
    static final String AFTER = "after ";

    /** The name of a line. */
    static String nameOf(Event event) {
        return event.stage() + " " + kind(event)
                + event.group().map(group -> " " + group).orElse("")
                + event.crossing()
                        .filter(crossing -> crossing.number() > 1)
                        .map(crossing -> " " + crossing.number())
                        .orElse("");
    }

    private static String kind(Event event) {
        if (event instanceof Event.Intended intended) {
            return "intended " + intended.step().name();
        }
        if (event instanceof Event.Reached reached) {
            return "reached " + reached.step().name();
        }
        return event instanceof Event.Observed observed
                ? "observed " + observed.what()
                : event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** All moments of a run: around every line, but of what is only observed around the first of its name. */
    static List<Moment> all(List<Event> events) {
        Map<String, Integer> seen = new HashMap<>();
        List<Moment> all = new ArrayList<>();
        for (Event event : events) {
            String name = nameOf(event);
            int occurrence = seen.merge(name, 1, Integer::sum);
            if (occurrence == 1 || !(event instanceof Event.Observed)) {
                all.add(new Moment(name, occurrence, true));
                all.add(new Moment(name, occurrence, false));
            }
        }
        return all;
    }

    /** The stage that writes the line. */
    StageName stage() {
        return StageName.valueOf(name.substring(0, name.indexOf(' ')));
    }

    /** Whether the line comes in every run, in the same order. */
    boolean isCertain() {
        return !name.contains(" observed ");
    }

    /** Whether the line is about this group. */
    boolean isOf(String group) {
        return List.of(name.split(" ", -1)).contains(group);
    }

    /** Whether the source is closed for good there though OPEN is not written yet: behind the end of the guard there is only forward. */
    boolean isDecided() {
        return before && name.startsWith("CUT_OVER reached OPEN ");
    }

    /** As {@link #toString} wrote it. */
    static Moment parse(String text) {
        boolean before = text.startsWith(BEFORE);
        String rest = text.substring((before ? BEFORE : AFTER).length());
        int number = rest.lastIndexOf('#');
        return new Moment(rest.substring(0, number), Integer.parseInt(rest.substring(number + 1)), before);
    }

    /** Such as {@code before LOAD intended build-indexes#1}. */
    @Override
    public String toString() {
        return (before ? BEFORE : AFTER) + name + "#" + occurrence;
    }
}
