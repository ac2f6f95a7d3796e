package io.flexmigrate.mydumper;

import java.util.regex.Pattern;

/** A GTID set that goes over several lines, as the server shows it: every line but the last ends with a comma. */
final class GtidLines {

    /** A member of a set; MariaDB's form too, so that it is refused as what it is. */
    private static final Pattern MEMBER = Pattern.compile("(?:[0-9a-fA-F-]{36}:|\\d+-\\d+-\\d+).*");

    private final MetadataLines lines;

    GtidLines(MetadataLines lines) {
        this.lines = lines;
    }

    /** The whole value that begins with this text in the line with this index. */
    String from(int index, String first) {
        StringBuilder value = new StringBuilder(first);
        for (int next = index + 1;
                next < lines.size() && MEMBER.matcher(lines.at(next)).matches();
                next++) {
            requireComma(value, next);
            value.append(lines.at(next));
        }
        if (value.toString().endsWith(",")) {
            throw lines.problem(index, "begins a GTID set that is cut off");
        }
        return value.toString();
    }

    /** How many lines it takes. */
    int count(int index) {
        int next = index + 1;
        while (next < lines.size() && MEMBER.matcher(lines.at(next)).matches()) {
            next++;
        }
        return next - index;
    }

    private void requireComma(CharSequence value, int next) {
        if (value.length() == 0 || value.charAt(value.length() - 1) != ',') {
            throw lines.problem(next, "goes on with a GTID set that was at its end");
        }
    }
}
