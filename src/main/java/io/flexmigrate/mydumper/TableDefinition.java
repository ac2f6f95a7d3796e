package io.flexmigrate.mydumper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The text of a {@code CREATE TABLE} as servers show it: one column, key or constraint a line. */
final class TableDefinition {

    private static final Pattern FOREIGN_KEY = Pattern.compile("^ +CONSTRAINT `(?:[^`]|``)+` FOREIGN KEY \\(.*");

    private TableDefinition() {}

    /** The same table without its foreign keys, which are its last lines but for check constraints. */
    static String withoutForeignKeys(String text) {
        List<String> kept = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (FOREIGN_KEY.matcher(line).matches()) {
                continue;
            }
            if (line.startsWith(")") && !kept.isEmpty()) {
                int last = kept.size() - 1;
                kept.set(last, withoutComma(kept.get(last)));
            }
            kept.add(line);
        }
        return String.join("\n", kept);
    }

    private static String withoutComma(String line) {
        return line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
    }
}
