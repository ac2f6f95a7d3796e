package io.flexmigrate.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The outline of a mapping: notes what a reader asks for, so that a schema says what the reader reads, and nothing else. */
final class OutlineSection implements Section {

    private static final String FREE = " May be changed while a run is under way.";
    private static final String REQUIRED = "required";

    private final String path;
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final Map<String, Object> more = new LinkedHashMap<>();

    OutlineSection(String path) {
        this.path = path;
    }

    /** What a mapping must be that is read by this. */
    static <T> Shape of(String path, Function<Section, T> reader) {
        OutlineSection outline = new OutlineSection(path);
        T unused = reader.apply(outline);
        return outline.shape();
    }

    private Shape shape() {
        Map<String, Object> keywords = new LinkedHashMap<>();
        // because a section with nothing below its key is as good as none
        keywords.put("type", required.isEmpty() ? List.of("object", "null") : "object");
        if (!properties.isEmpty()) {
            keywords.put("properties", properties);
        }
        if (!required.isEmpty()) {
            keywords.put(REQUIRED, List.copyOf(required));
        }
        keywords.put("additionalProperties", false);
        keywords.putAll(more);
        return new Shape(keywords, "");
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private void note(String key, Shape shape) {
        Object said = shape.keywords().getOrDefault("description", "");
        String description = (said + (PlanChange.isFree(path(key)) ? FREE : "")).strip();
        properties.put(key, (description.isEmpty() ? shape : shape.with("description", description)).keywords());
    }

    @Override
    public <T> T required(String key, Kind<T> kind) {
        required.add(key);
        note(key, kind.shape());
        return kind.blank();
    }

    @Override
    public <T> Optional<T> optional(String key, Kind<T> kind) {
        note(key, kind.shape());
        return Optional.empty();
    }

    @Override
    public <T> T optional(String key, Kind<T> kind, T otherwise) {
        Shape shape = kind.shape();
        note(key, shape.with("default", shape.written(otherwise)));
        return otherwise;
    }

    @Override
    public <T> Optional<T> requiredUnless(boolean on, String flag, String key, Kind<T> kind) {
        note(key, kind.shape());
        Map<String, Object> isOn = Map.of(flag, Map.of("const", true));
        more.put(
                "if",
                new Shape(Map.of(REQUIRED, List.of(flag)), "")
                        .with("properties", isOn)
                        .keywords());
        more.put("then", Map.of("not", Map.of(REQUIRED, List.of(key))));
        more.put("else", Map.of(REQUIRED, List.of(key)));
        return Optional.of(kind.blank());
    }

    @Override
    public <T> Optional<List<T>> list(String key, Function<Section, T> reader) {
        note(key, Shape.list(of(path(key) + "[0]", reader)));
        return Optional.empty();
    }

    @Override
    public <K, V, T> List<T> entries(Scalar<K> key, Scalar<V> value, BiFunction<K, V, T> reader) {
        more.put("propertyNames", key.shape().keywords());
        more.put("additionalProperties", value.shape().keywords());
        return List.of();
    }

    @Override
    public <V> Map<String, V> values(Kind<V> value) {
        more.put("additionalProperties", value.shape().keywords());
        return Map.of();
    }

    @Override
    public <T> T requiredSection(String key, Function<Section, T> reader) {
        required.add(key);
        return section(key, reader);
    }

    @Override
    public <T> T section(String key, Function<Section, T> reader) {
        OutlineSection below = new OutlineSection(path(key));
        T read = reader.apply(below);
        note(key, below.shape());
        return read;
    }

    @Override
    public <T> Optional<T> optionalSection(String key, Function<Section, T> reader) {
        section(key, reader);
        return Optional.empty();
    }

    @Override
    public <T> T oneOf(List<String> keys, Function<String, T> reader) {
        List<T> read = new ArrayList<>();
        keys.forEach(key -> read.add(reader.apply(key)));
        required.removeAll(Set.copyOf(keys));
        more.put(
                "oneOf",
                keys.stream().map(key -> Map.of(REQUIRED, List.of(key))).toList());
        return read.get(0);
    }

    /** Nothing is wrong with a mapping that nobody wrote. */
    @Override
    public void problem(String key, String message) {}
}
