package io.flexmigrate.stage.canary;

import io.flexmigrate.model.ClientView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a canary saw so far; for two threads. */
final class Sightings {

    /** A quarter of an hour at ten milliseconds each; later ones count for the longest only. */
    private static final int MOST_GAPS = 100_000;

    private static final int MOST_TEXTS = 5;

    private final List<Duration> gaps = new ArrayList<>();
    private final Map<String, Integer> errors = new LinkedHashMap<>();
    private Duration last = Duration.ZERO;
    private Duration longest = Duration.ZERO;
    private int failures;
    private int answers;

    /** @param at since it began */
    synchronized void answered(Duration at) {
        if (answers++ > 0) {
            Duration gap = at.minus(last);
            longest = gap.compareTo(longest) > 0 ? gap : longest;
            if (gaps.size() < MOST_GAPS) {
                gaps.add(gap);
            }
        }
        last = at;
    }

    synchronized void failed(String text) {
        failures++;
        if (errors.containsKey(text) || errors.size() < MOST_TEXTS) {
            errors.merge(text, 1, Integer::sum);
        }
    }

    /** How many of its requests were answered. */
    synchronized int answers() {
        return answers;
    }

    /** The last thing that it was told; empty when nothing failed. */
    synchronized String trouble() {
        return errors.keySet().stream().reduce("", (earlier, later) -> later);
    }

    /**
     * All of it.
     *
     * @param now since it began; a wait that has not ended counts as long as it has lasted
     */
    synchronized ClientView view(Duration now) {
        Duration open = now.minus(last);
        List<Duration> sorted = new ArrayList<>(gaps);
        Collections.sort(sorted);
        Duration usual = sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
        String words = errors.entrySet().stream()
                .map(error -> error.getValue() + " x " + error.getKey())
                .collect(Collectors.joining("; "));
        Duration whole = open.compareTo(longest) > 0 ? open : longest;
        return new ClientView(whole, usual, failures, words);
    }
}
