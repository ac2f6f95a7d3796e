package io.flexmigrate.mydumper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of a metadata file between its first and its last.
 *
 * @param body the lines after {@code Started dump at} and, when there is one, before {@code Finished dump at}
 * @param finished whether there is a last one
 * @param isBlockFormat whether it is the form without sections, which releases up to 0.13 wrote
 */
record MetadataLines(List<String> body, boolean finished, boolean isBlockFormat) {

    /** The first line of the body is the second of the file. */
    private static final int BEFORE_BODY = 2;

    private static final String DATE = " at: \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}";
    private static final Pattern STARTED = Pattern.compile("(# )?Started dump" + DATE);
    private static final Pattern FINISHED = Pattern.compile("(# )?Finished dump" + DATE);

    MetadataLines {
        body = List.copyOf(body);
    }

    static MetadataLines of(String text) {
        if (!text.endsWith("\n")) {
            throw new MetadataException("the metadata is empty or cut off: its last line has no end");
        }
        List<String> lines = new ArrayList<>(List.of(text.stripTrailing().split("\r?\n", -1)));
        boolean finished = FINISHED.matcher(lines.get(lines.size() - 1)).matches();
        if (!STARTED.matcher(lines.get(0)).matches()) {
            throw problem(1, "is not mydumper's 'Started dump at: …'", lines.get(0));
        }
        List<String> body = lines.subList(1, finished ? lines.size() - 1 : lines.size());
        boolean isBlockFormat = !lines.get(0).startsWith("#");
        // The last lines of a file still being written have lost their empty line to stripTrailing.
        return new MetadataLines(finished ? body : withTail(body, text), finished, isBlockFormat);
    }

    private static List<String> withTail(List<String> body, String text) {
        List<String> all = new ArrayList<>(body);
        if (text.endsWith("\n\n")) {
            all.add("");
        }
        return all;
    }

    int size() {
        return body.size();
    }

    String at(int index) {
        return body.get(index);
    }

    MetadataException problem(int index, String what) {
        return problem(index + BEFORE_BODY, what, at(index));
    }

    private static MetadataException problem(int number, String what, String line) {
        return new MetadataException("line " + number + " " + what + ": '" + line + "'");
    }
}
