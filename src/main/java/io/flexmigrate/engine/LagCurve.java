package io.flexmigrate.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How the lag went over a run.
 *
 * @param lags the samples of the journal, oldest first; at least one
 */
public record LagCurve(List<Duration> lags) {

    public LagCurve {
        lags = List.copyOf(lags);
    }

    public Duration first() {
        return lags.get(0);
    }

    public Duration most() {
        return lags.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    public Duration last() {
        return lags.get(lags.size() - 1);
    }

    /**
     * The same curve with fewer points: the first, the last, and between them the longest lag of each part of equal length, so
     * that no peak is lost.
     *
     * @param points at least 3
     */
    public LagCurve thinned(int points) {
        if (lags.size() <= points) {
            return this;
        }
        int parts = points - 2;
        List<Duration> middle = lags.subList(1, lags.size() - 1);
        List<Duration> thinned = new ArrayList<>(List.of(first()));
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) part * middle.size() / parts);
            int to = (int) ((part + 1L) * middle.size() / parts);
            thinned.add(new LagCurve(middle.subList(from, to)).most());
        }
        thinned.add(last());
        return new LagCurve(thinned);
    }
}
