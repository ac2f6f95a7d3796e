package io.flexmigrate.lab;

import java.util.List;

/** What was measured of one thing, again and again. */
record Figures(List<Double> values) {

    double median() {
        return sorted().get(values.size() / 2);
    }

    private List<Double> sorted() {
        return values.stream().sorted().toList();
    }

    @Override
    public String toString() {
        return "median %.2f, from %.2f to %.2f, measured %d times"
                .formatted(median(), sorted().get(0), sorted().get(values.size() - 1), values.size());
    }
}
