package io.flexmigrate.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A set of global transaction identifiers in MySQL's text form, without white space; empty when GTIDs are off.
 *
 * @param text such as {@code 3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5:11}
 */
public record GtidSet(String text) {

    public static final GtidSet EMPTY = new GtidSet("");

    private static final Pattern MEMBER =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(:[a-z_][a-z0-9_]{0,31})?(:\\d+(-\\d+)?"
                    + "(:[a-z_][a-z0-9_]{0,31})?)+");

    public GtidSet {
        text = text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        for (String member : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            if (!MEMBER.matcher(member).matches()) {
                throw new IllegalArgumentException("a GTID set is a list of uuid:interval, this is '" + text + "'");
            }
        }
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}
