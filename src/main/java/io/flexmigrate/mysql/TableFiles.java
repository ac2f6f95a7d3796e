package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where InnoDB keeps tables that are not in a file of their own in the data directory. */
public record TableFiles(Session session, Dialect dialect) {

    /** A sign of a name in a file name, such as {@code @002d} for a dash: refman/8.0/en/identifier-mapping.html. */
    private static final Pattern SIGN = Pattern.compile("@([0-9a-f]{4})");

    /**
     * A table, or a partition of it, that is elsewhere.
     *
     * @param place such as {@code the tablespace archive} or {@code /data2/shop/orders.ibd}
     */
    public record Placement(TableName table, String place) {}

    /** Each table once. */
    public List<Placement> elsewhere() {
        Map<Long, String> tablespaces = tablespaces();
        List<Placement> placements = new ArrayList<>(inTablespaces(tablespaces));
        placements.addAll(inDirectories(tablespaces.keySet()));
        Set<TableName> seen = new LinkedHashSet<>();
        return placements.stream()
                .filter(placement -> seen.add(placement.table()))
                .toList();
    }

    private Map<Long, String> tablespaces() {
        String text = "SELECT SPACE AS space, NAME AS name FROM information_schema."
                + dialect.innodbCatalogue("TABLESPACES") + " WHERE SPACE_TYPE = 'General' AND NAME <> 'mysql'";
        return session.query(Sql.of("listing the tablespaces", text)).stream()
                .collect(Collectors.toMap(row -> row.number("space"), row -> row.text("name")));
    }

    private List<Placement> inTablespaces(Map<Long, String> tablespaces) {
        if (tablespaces.isEmpty()) {
            return List.of();
        }
        String numbers = tablespaces.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String text = "SELECT NAME AS name, SPACE AS space FROM information_schema." + dialect.innodbCatalogue("TABLES")
                + " WHERE SPACE IN (" + numbers + ") ORDER BY NAME";
        return session.query(Sql.of("listing the tables in tablespaces", text)).stream()
                .flatMap(row -> table(row.text("name"))
                        .map(table -> new Placement(table, "the tablespace " + tablespaces.get(row.number("space"))))
                        .stream())
                .toList();
    }

    private List<Placement> inDirectories(Set<Long> tablespaces) {
        String text = "SELECT SPACE AS space, PATH AS path FROM information_schema."
                + dialect.innodbCatalogue("DATAFILES") + " WHERE PATH LIKE '/%.ibd' ORDER BY PATH";
        return session.query(Sql.of("listing the files outside the data directory", text)).stream()
                .filter(row -> !tablespaces.contains(row.number("space")))
                .flatMap(row -> table(row.text("path").replaceFirst("\\.ibd$", ""))
                        .map(table -> new Placement(table, row.text("path")))
                        .stream())
                .toList();
    }

    /** The last two parts of a path or of InnoDB's own name of a table, without a partition. */
    private static Optional<TableName> table(String path) {
        String[] parts = path.split("/", -1);
        if (parts.length < 2) {
            return Optional.empty();
        }
        String table = parts[parts.length - 1].replaceFirst("(?i)#p#.*$", "");
        return Optional.of(new TableName(name(parts[parts.length - 2]), name(table)));
    }

    private static String name(String file) {
        return SIGN.matcher(file)
                .replaceAll(sign -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(sign.group(1), 16))));
    }
}
