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
 * One mapping of a plan file.
 *
 * <p>A key that is missing or wrong yields a stand-in, so that one reading finds every problem. The keys that were asked for
 * are the known ones; the rest are reported at the end of {@link #read}.
 */
final class YamlSection implements Section {

    private final String path;
    private final Values values;
    private final boolean present;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    private YamlSection(String path, Values values, boolean present) {
        this.path = path;
        this.values = values;
        this.present = present;
    }

    /** Reads a mapping to its end. */
    static <T> T read(Node node, String path, Values values, Function<Section, T> reader) {
        values.notebook().place(path, node);
        YamlSection section = new YamlSection(path, values, isUsable(node, path, values));
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(section::take);
        }
        T read = reader.apply(section);
        section.rejectUnknown();
        return read;
    }

    private static boolean isUsable(Node node, String path, Values values) {
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

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private Optional<Node> node(String key) {
        known.add(key);
        return Optional.ofNullable(nodes.get(key));
    }

    private Optional<Node> requiredNode(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty() && present) {
            problem(key, "is required");
        }
        return node;
    }

    @Override
    public void problem(String key, String message) {
        values.notebook().problem(path(key), message);
    }

    @Override
    public <T> T required(String key, Kind<T> kind) {
        return requiredNode(key).map(node -> kind.read(values, node, path(key))).orElse(kind.blank());
    }

    @Override
    public <T> Optional<T> optional(String key, Kind<T> kind) {
        return node(key).map(node -> kind.read(values, node, path(key)));
    }

    @Override
    public <T> T optional(String key, Kind<T> kind, T otherwise) {
        return optional(key, kind).orElse(otherwise);
    }

    @Override
    public <T> Optional<T> requiredUnless(boolean on, String flag, String key, Kind<T> kind) {
        if (!on) {
            return Optional.of(required(key, kind));
        }
        if (node(key).isPresent()) {
            problem(key, "has no place beside " + flag + ": true");
        }
        return Optional.empty();
    }

    @Override
    public <T> Optional<List<T>> list(String key, Function<Section, T> reader) {
        return node(key).map(node -> values.list(node, path(key), (item, place) -> read(item, place, values, reader)));
    }

    @Override
    public <K, V, T> List<T> entries(Scalar<K> key, Scalar<V> value, BiFunction<K, V, T> reader) {
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

    @Override
    public <V> Map<String, V> values(Kind<V> value) {
        Map<String, V> read = new LinkedHashMap<>();
        nodes.keySet().forEach(name -> read.put(name, required(name, value)));
        return read;
    }

    @Override
    public <T> T requiredSection(String key, Function<Section, T> reader) {
        return read(requiredNode(key), key, reader);
    }

    @Override
    public <T> T section(String key, Function<Section, T> reader) {
        return read(node(key), key, reader);
    }

    @Override
    public <T> Optional<T> optionalSection(String key, Function<Section, T> reader) {
        return node(key).map(node -> read(node, path(key), values, reader));
    }

    private <T> T read(Optional<Node> node, String key, Function<Section, T> reader) {
        return node.map(it -> read(it, path(key), values, reader))
                .orElseGet(() -> reader.apply(new YamlSection(path(key), values, false)));
    }

    @Override
    public <T> T oneOf(List<String> oneOf, Function<String, T> reader) {
        List<String> found = oneOf.stream().filter(key -> node(key).isPresent()).toList();
        if (found.size() > 1) {
            int last = oneOf.size() - 1;
            problem(
                    oneOf.get(0),
                    "only one of " + String.join(", ", oneOf.subList(0, last)) + " and " + oneOf.get(last)
                            + " has its place here");
        }
        return reader.apply(found.isEmpty() ? oneOf.get(0) : found.get(0));
    }
}
