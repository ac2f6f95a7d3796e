package io.flexmigrate.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a contender needed in the rounds of a bench, in their order. */
final class Rounds {

    private final String name;
    private final List<Duration> times = new ArrayList<>();

    Rounds(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(Duration time) {
        times.add(time);
    }

    /** This one's times as parts of the other's: of the medians, and from round to round. */
    String comparedWith(Rounds other) {
        double[] ratios = IntStream.range(0, times.size())
                .mapToDouble(i -> ratio(times.get(i), other.times.get(i)))
                .sorted()
                .toArray();
        return "%s / %s = %.2f (rounds from %.2f to %.2f)"
                .formatted(name, other.name, ratio(median(), other.median()), ratios[0], ratios[ratios.length - 1]);
    }

    Duration median() {
        return sorted().get(times.size() / 2);
    }

    @Override
    public String toString() {
        return "%s: median %s, from %s to %s, %d rounds"
                .formatted(
                        name,
                        Round.seconds(median()),
                        Round.seconds(sorted().get(0)),
                        Round.seconds(sorted().get(times.size() - 1)),
                        times.size());
    }

    private List<Duration> sorted() {
        return times.stream().sorted().toList();
    }

    private static double ratio(Duration one, Duration other) {
        return (double) one.toNanos() / other.toNanos();
    }
}
