package io.flexmigrate.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * One mapping of a plan file, from which every known key is taken once.
 *
 * <p>A key that is missing or wrong yields a stand-in, so that one reading finds every problem. The keys that were asked for
 * are the known ones; the rest are reported at the end of {@link #read}.
 */
final class Section {

    private final String path;
    private final Values values;
    private final boolean present;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    private Section(String path, Values values, boolean present) {
        this.path = path;
        this.values = values;
        this.present = present;
    }

    /** Reads a mapping to its end. */
    static <T> T read(Node node, String path, Values values, Function<Section, T> reader) {
        values.notebook().place(path, node);
        Section section = new Section(path, values, section(node, path, values));
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(section::take);
        }
        T read = reader.apply(section);
        section.rejectUnknown();
        return read;
    }

    private static boolean section(Node node, String path, Values values) {
        if (values.hasOddTag(node, path)) {
            return false;
        }
        boolean usable = node instanceof MappingNode || Values.isEmpty(node);
        if (!usable) {
            values.notebook().problem(node, path, "must be a mapping (lines of 'key: value'), is " + Values.form(node));
        }
        return usable;
    }

    private void take(NodeTuple entry) {
        Node key = entry.getKeyNode();
        if (!(key instanceof ScalarNode scalar)) {
            values.notebook().problem(key, path, "must have words as keys, has " + Values.form(key));
            return;
        }
        String name = scalar.getValue();
        if (keys.putIfAbsent(name, key) != null) {
            values.notebook().problem(key, path(Values.shown(name)), "is there twice");
            return;
        }
        nodes.put(name, entry.getValueNode());
    }

    private void rejectUnknown() {
        keys.forEach((name, key) -> {
            if (!known.contains(name)) {
                String meant = Suggestion.of(name, known)
                        .map(word -> "; did you mean '" + word + "'?")
                        .orElse("");
                values.notebook().problem(key, path(Values.shown(name)), "is not a known field" + meant);
            }
        });
    }

    /** The keys that are there, whatever they are; all of them are known from then on. */
    Set<String> names() {
        known.addAll(nodes.keySet());
        return nodes.keySet();
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    Values values() {
        return values;
    }

    Optional<Node> optional(String key) {
        known.add(key);
        return Optional.ofNullable(nodes.get(key));
    }

    Optional<Node> required(String key) {
        Optional<Node> node = optional(key);
        if (node.isEmpty() && present) {
            values.notebook().problem(path(key), "is required");
        }
        return node;
    }

    <T> T required(String key, Scalar<T> kind) {
        return required(key).map(node -> values.scalar(node, path(key), kind)).orElse(kind.blank());
    }

    <T> Optional<T> optional(String key, Scalar<T> kind) {
        return optional(key).map(node -> values.scalar(node, path(key), kind));
    }

    <T> T optional(String key, Scalar<T> kind, T otherwise) {
        return optional(key, kind).orElse(otherwise);
    }

    <T> List<T> list(String key, Scalar<T> kind) {
        return optional(key)
                .map(node -> values.list(node, path(key), (item, place) -> values.scalar(item, place, kind)))
                .orElse(List.of());
    }

    <T> List<T> list(String key, Function<Section, T> reader) {
        return optional(key)
                .map(node -> values.list(node, path(key), (item, place) -> read(item, place, values, reader)))
                .orElse(List.of());
    }

    /** Reads every key of a mapping whose keys are not known beforehand, and its value. */
    <K, V, T> List<T> entries(Scalar<K> key, Scalar<V> value, BiFunction<K, V, T> reader) {
        List<T> entries = new ArrayList<>();
        nodes.forEach((name, node) -> {
            known.add(name);
            String place = path(Values.shown(name));
            K read = Optional.ofNullable(keys.get(name))
                    .map(written -> values.scalar(written, place, key))
                    .orElse(key.blank());
            entries.add(reader.apply(read, values.scalar(node, place, value)));
        });
        return entries;
    }

    <T> T requiredSection(String key, Function<Section, T> reader) {
        return read(required(key), key, reader);
    }

    /** Reads a section that need not be there; the reader then sees one without keys. */
    <T> T section(String key, Function<Section, T> reader) {
        return read(optional(key), key, reader);
    }

    private <T> T read(Optional<Node> node, String key, Function<Section, T> reader) {
        return node.map(it -> read(it, path(key), values, reader))
                .orElseGet(() -> reader.apply(new Section(path(key), values, false)));
    }
}
