package io.flexmigrate.report;

import io.flexmigrate.model.Forecast;
import io.flexmigrate.model.Forecast.StageTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The predicted stages of the HTML page, one after the other on a line of {@link HtmlSizes#FULL} units.
 *
 * @param retention what to say of the binlog's life; empty when there is nothing to say
 * @param tooShort whether it ends too soon
 */
record HtmlTimeline(List<Bar> bars, String total, String half, String end, String retention, boolean tooShort) {

    private static final int THINNEST = 4;

    static HtmlTimeline of(Forecast forecast) {
        return new HtmlTimeline(
                bars(forecast),
                TimesText.between(forecast.shortest(), forecast.longest()),
                Amounts.duration(forecast.longest().dividedBy(2)),
                Amounts.duration(forecast.longest()),
                forecast.retention().map(Retentions::sentence).orElse(""),
                forecast.retention().filter(retention -> !retention.isEnough()).isPresent());
    }

    private static List<Bar> bars(Forecast forecast) {
        double all = Math.max(1, seconds(forecast.longest()));
        List<Bar> bars = new ArrayList<>();
        double start = 0;
        for (StageTime time : forecast.stages()) {
            double longest = seconds(time.longest()) / all * HtmlSizes.FULL;
            double shortest = seconds(time.shortest()) / all * HtmlSizes.FULL;
            long width = Math.max(THINNEST, Math.round(longest));
            bars.add(new Bar(
                    TimesText.name(time),
                    TimesText.between(time.shortest(), time.longest()),
                    time.basis(),
                    Math.min(Math.round(start), HtmlSizes.FULL - width),
                    Math.max(THINNEST / 2, Math.round(shortest)),
                    width));
            start += longest;
        }
        return bars;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    boolean any() {
        return !bars.isEmpty();
    }

    /**
     * One stage, or a part of it.
     *
     * @param start where it begins when everything before it takes longest
     * @param shortest its width at the lower end of the range
     * @param longest its width at the upper end of the range
     */
    record Bar(String name, String range, String basis, long start, long shortest, long longest) {}
}
