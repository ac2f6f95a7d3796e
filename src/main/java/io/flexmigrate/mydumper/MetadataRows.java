package io.flexmigrate.mydumper;

import io.flexmigrate.model.TableName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many rows of each table the metadata of releases from 0.14 on says that the dump holds. */
final class MetadataRows {

    private static final Pattern TABLE = Pattern.compile("\\[`([^`]+)`\\.`([^`]+)`]");
    private static final Pattern ROWS = Pattern.compile("[Rr]ows = (\\d{1,18})");
    private static final String REAL_NAME = "real_table_name=";

    private MetadataRows() {}

    static Map<TableName, Long> of(String metadata) {
        Map<TableName, Long> rows = new HashMap<>();
        Optional<TableName> table = Optional.empty();
        for (String line : metadata.split("\n", -1)) {
            Matcher count = ROWS.matcher(line);
            if (line.startsWith("[")) {
                table = table(line);
            } else if (table.isPresent() && line.startsWith(REAL_NAME)) {
                table = Optional.of(new TableName(table.get().database(), line.substring(REAL_NAME.length())));
            } else if (table.isPresent() && count.matches()) {
                rows.put(table.get(), Long.parseLong(count.group(1)));
            }
        }
        return rows;
    }

    private static Optional<TableName> table(String line) {
        Matcher section = TABLE.matcher(line);
        return section.matches() ? Optional.of(new TableName(section.group(1), section.group(2))) : Optional.empty();
    }
}
