package io.flexmigrate.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One mapping of a plan, from which every known key is taken once: what is asked for is what may be there.
 *
 * <p>It is that of a file, or the outline of any: then what is asked for is noted, and everything asked for is a stand-in.
 */
interface Section {

    <T> T required(String key, Kind<T> kind);

    <T> Optional<T> optional(String key, Kind<T> kind);

    <T> T optional(String key, Kind<T> kind, T otherwise);

    /** What is required unless a flag beside it is on; then it has no place. */
    <T> Optional<T> requiredUnless(boolean on, String flag, String key, Kind<T> kind);

    default <T> List<T> list(String key, Kind<T> item) {
        return optional(key, new ListKind<>(item)).orElse(List.of());
    }

    /** A list of mappings; empty when the key is not there. */
    <T> Optional<List<T>> list(String key, Function<Section, T> reader);

    /** Reads every key of a mapping whose keys are not known beforehand, and its value. */
    <K, V, T> List<T> entries(Scalar<K> key, Scalar<V> value, BiFunction<K, V, T> reader);

    /** The same where any key will do. */
    <V> Map<String, V> values(Kind<V> value);

    <T> T requiredSection(String key, Function<Section, T> reader);

    /** Reads a section that need not be there; the reader then sees one without keys. */
    <T> T section(String key, Function<Section, T> reader);

    /** Reads a section only when it is there. */
    <T> Optional<T> optionalSection(String key, Function<Section, T> reader);

    /**
     * Reads what has one of these keys, and only one; where it has none it lacks the first.
     *
     * @param reader gets the key that is there
     */
    <T> T oneOf(List<String> keys, Function<String, T> reader);

    /** Notes what is wrong with a key, beyond its own value. */
    void problem(String key, String message);
}
