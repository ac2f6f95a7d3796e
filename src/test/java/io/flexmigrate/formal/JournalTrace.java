package io.flexmigrate.formal;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds a journal against the model: every step of every crossing came after one that the model lets it follow. */
public final class JournalTrace {

    private static final Pattern PAIR = Pattern.compile("<<\"(\\w+)\", \"(\\w+)\">>");

    /** The stages whose ends the model has as steps. */
    private static final Map<StageName, String> STAGES =
            Map.of(StageName.DUMP, "DUMPED", StageName.LOAD, "LOADED", StageName.LINK, "LINKED");

    private final Set<List<String>> follows;

    private JournalTrace(Set<List<String>> follows) {
        this.follows = Set.copyOf(follows);
    }

    /** The rules of the model. */
    public static JournalTrace ofModel() {
        try {
            String model = ModelChecker.text();
            String rules = model.substring(model.indexOf("Follows =="), model.indexOf("Init =="));
            return new JournalTrace(PAIR.matcher(rules)
                    .results()
                    .map(pair -> List.of(pair.group(1), pair.group(2)))
                    .collect(Collectors.toSet()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What does not follow, a line each; empty when all does. */
    public List<String> problems(List<Event> events) {
        List<String> problems = new ArrayList<>();
        Map<String, Crossing> current = new HashMap<>();
        Map<Crossing, String> last = new HashMap<>();
        Set<StageName> ended = EnumSet.noneOf(StageName.class);
        String stage = "BEGUN";
        for (Event event : events) {
            if (event instanceof Event.Confirmed && STAGES.containsKey(event.stage()) && ended.add(event.stage())) {
                String next = STAGES.getOrDefault(event.stage(), "");
                require(stage, next, event, problems);
                stage = next;
            }
            Optional<String> step = step(event);
            if (step.isPresent() && event.crossing().isPresent()) {
                Crossing crossing = event.crossing().get();
                Crossing earlier = current.put(crossing.group(), crossing);
                boolean isNew = earlier == null || !earlier.equals(crossing);
                String before = isNew
                        ? (earlier == null ? stage : last.getOrDefault(earlier, ""))
                        : last.getOrDefault(crossing, "");
                if (isNew && earlier != null && !(before.equals("DONE") && earlier.number() + 1 == crossing.number())) {
                    problems.add(event + ": while " + earlier + " was at " + before);
                } else if (!isNew && before.equals("DONE")) {
                    problems.add(event + ": that crossing was done");
                } else {
                    require(before, step.get(), event, problems);
                }
                last.put(crossing, step.get());
            }
        }
        return problems;
    }

    private void require(String earlier, String later, Event event, List<String> problems) {
        if (!follows.contains(List.of(earlier, later))) {
            problems.add(event + ": " + later + " after " + earlier);
        }
    }

    /** As the model calls it; empty for what is no step of it. A rehearsal changes nothing. */
    private static Optional<String> step(Event event) {
        if (event instanceof Event.Intended intended && intended.step().equals(CutOverStep.OPENING.step())) {
            return Optional.of("CLOSING");
        }
        return CutOverStep.of(event)
                .filter(step -> step != CutOverStep.REHEARSED)
                .map(Enum::name);
    }
}
