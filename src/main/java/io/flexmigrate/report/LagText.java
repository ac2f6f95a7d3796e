package io.flexmigrate.report;

import io.flexmigrate.engine.LagCurve;
import io.flexmigrate.engine.LagSample;
import io.flexmigrate.engine.LagSample.Flow;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** The lag as people read it: a sample with what is foreseen of it, and a curve. */
final class LagText {

    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int WIDTH = 40;

    /** Below this a source counts as quiet: a ratio to it would say nothing. */
    private static final long QUIET = 1_000;

    private LagText() {}

    /** Such as {@code lag 12 min 3 s, catching up at 3.1x, about 6 min left}. */
    static String of(LagSample sample) {
        return "lag " + Amounts.duration(sample.lag())
                + sample.flow().map(LagText::words).orElse("");
    }

    private static String words(Flow flow) {
        if (flow.neverEnds()) {
            return ", will never catch up: the source writes " + Amounts.bytes(flow.written())
                    + "/s, the target applies " + Amounts.bytes(flow.applied()) + "/s";
        }
        String speed = flow.written() < QUIET
                ? Amounts.bytes(flow.applied()) + "/s"
                : String.format(Locale.ROOT, "%.1fx", (double) flow.applied() / flow.written());
        return ", catching up at " + speed
                + flow.left()
                        .map(left -> ", about " + Amounts.timeLeft(left) + " left")
                        .orElse("");
    }

    /** Such as {@code first 12 min 3 s, most 14 min 0 s, last 8 ms  ▇█▆▃▁}. */
    static String of(LagCurve curve) {
        return "first " + Amounts.duration(curve.first()) + ", most " + Amounts.duration(curve.most()) + ", last "
                + Amounts.duration(curve.last()) + "  " + bars(curve, WIDTH);
    }

    /** The curve alone, as high as its most, such as {@code ▇█▆▃▁}. */
    static String bars(LagCurve curve, int columns) {
        Duration most = curve.most();
        return curve.thinned(columns).lags().stream().map(lag -> bar(lag, most)).collect(Collectors.joining());
    }

    private static String bar(Duration lag, Duration most) {
        double share = most.isZero() ? 0 : (double) lag.toMillis() / Math.max(1, most.toMillis());
        int height = (int) Math.min(BARS.length() - 1, Math.round(share * (BARS.length() - 1)));
        return BARS.substring(height, height + 1);
    }
}
