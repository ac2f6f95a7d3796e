package io.flexmigrate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Something that two servers define differently.
 *
 * @param label kind and name, such as {@code column shop.price.cents}
 * @param owner the label of the table or object that was made with it, such as {@code table shop.price}
 * @param attribute what differs of it; empty when one side has none of that name
 * @param source what the source says; empty when it has none
 * @param target what the target says; empty when it has none
 */
public record DefinitionDifference(
        String label, String owner, String attribute, Optional<String> source, Optional<String> target) {

    private static final String TABLE = "table";

    /** All differences, in the order of the labels; what belongs to a table that is missing is not told beside it. */
    public static List<DefinitionDifference> between(List<Definition> source, List<Definition> target) {
        Map<String, Definition> left = byLabel(source);
        Map<String, Definition> right = byLabel(target);
        TreeSet<String> labels = new TreeSet<>(left.keySet());
        labels.addAll(right.keySet());
        List<DefinitionDifference> differences = new ArrayList<>();
        for (String label : labels) {
            Optional<Definition> ofSource = Optional.ofNullable(left.get(label));
            Optional<Definition> ofTarget = Optional.ofNullable(right.get(label));
            if (hasTable(ofSource, right) && hasTable(ofTarget, left)) {
                add(differences, ofSource, ofTarget);
            }
        }
        return differences;
    }

    private static Map<String, Definition> byLabel(List<Definition> definitions) {
        Map<String, Definition> byLabel = new TreeMap<>();
        definitions.forEach(definition -> byLabel.put(definition.label(), definition));
        return byLabel;
    }

    private static boolean hasTable(Optional<Definition> part, Map<String, Definition> other) {
        return part.flatMap(Definition::table)
                .map(table -> other.containsKey(TABLE + " " + table))
                .orElse(true);
    }

    private static void add(
            List<DefinitionDifference> differences, Optional<Definition> source, Optional<Definition> target) {
        Definition known = source.or(() -> target).orElseThrow();
        if (source.isEmpty() || target.isEmpty()) {
            differences.add(new DefinitionDifference(
                    known.label(),
                    known.owner(),
                    "",
                    source.map(DefinitionDifference::all),
                    target.map(DefinitionDifference::all)));
            return;
        }
        TreeSet<String> attributes = new TreeSet<>(source.get().attributes().keySet());
        attributes.addAll(target.get().attributes().keySet());
        for (String attribute : attributes) {
            String left = source.get().attributes().getOrDefault(attribute, "");
            String right = target.get().attributes().getOrDefault(attribute, "");
            if (!left.equals(right)) {
                differences.add(new DefinitionDifference(
                        known.label(), known.owner(), attribute, Optional.of(left), Optional.of(right)));
            }
        }
    }

    private static String all(Definition definition) {
        return definition.attributes().toString();
    }

    /** Such as {@code column shop.price.cents: type is int on the source and bigint on the target}. */
    public String words() {
        if (target.isEmpty()) {
            return label + " is missing on the target: " + source.orElse("");
        }
        if (source.isEmpty()) {
            return label + " is on the target only: " + target.get();
        }
        return label + ": " + attribute + " is " + said(source.get()) + " on the source and " + said(target.get())
                + " on the target";
    }

    private static String said(String value) {
        return value.isEmpty() ? "none" : value;
    }
}
