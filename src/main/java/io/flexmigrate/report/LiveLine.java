package io.flexmigrate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A line of the live block.
 *
 * @param text with nothing in it that would steer a terminal
 * @param weight the greater, the later it is given up where there is not enough room
 * @param tone of its first {@code toned} characters
 */
record LiveLine(String text, int weight, Tone tone, int toned) {

    /** What a colour would say; the words say it too. */
    enum Tone {
        PLAIN,
        DONE,
        CURRENT,
        FAINT,
        WARNING,
        FAILED
    }

    /** A line of texts from anywhere, all of it in this tone. */
    static LiveLine of(String text, int weight, Tone tone) {
        String visible = Visible.line(text);
        return new LiveLine(visible, weight, tone, visible.length());
    }

    /** The same with only its beginning in its tone. */
    LiveLine tonedUpTo(int characters) {
        return new LiveLine(text, weight, tone, characters);
    }

    /** As many as fit, in their order, the weightiest; of equal ones the later. */
    static List<LiveLine> fitting(List<LiveLine> lines, int height) {
        List<LiveLine> kept = new ArrayList<>(lines);
        List<LiveLine> lightest = lines.stream()
                .sorted(Comparator.comparingInt(LiveLine::weight))
                .limit(Math.max(0, lines.size() - height))
                .toList();
        lightest.forEach(kept::remove);
        return kept;
    }

    String shown(int width, Paint paint) {
        String cut = Columns.cut(text, width).stripTrailing();
        int end = Math.min(toned, cut.length());
        return paint.toned(tone, cut.substring(0, end)) + cut.substring(end);
    }
}
