package io.flexmigrate.report;

import io.flexmigrate.engine.Prediction;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was foreseen while work went on, beside what came. */
final class PredictionsText {

    private final DateTimeFormatter time;

    /** @param zone whose clock the lines show */
    PredictionsText(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /** A line for each; empty without any. */
    String write(List<Prediction> predictions) {
        return predictions.stream().map(this::line).collect(Collectors.joining());
    }

    private String line(Prediction prediction) {
        return String.format(
                Locale.ROOT,
                "  %-8s  at %d %% the end was predicted for %s; it came %s\n",
                prediction.stage(),
                prediction.percent(),
                time.format(prediction.at().plus(prediction.left())),
                came(prediction));
    }

    private static String came(Prediction prediction) {
        Duration error = prediction.error();
        if (error.isZero()) {
            return "then";
        }
        String apart = Amounts.duration(error.abs()) + (error.isNegative() ? " earlier" : " later");
        long took = prediction.took().toMillis();
        return took > 0 ? apart + " (" + 100 * error.abs().toMillis() / took + " % of what was left)" : apart;
    }
}
