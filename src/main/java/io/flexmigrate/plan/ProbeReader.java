package io.flexmigrate.plan;

import io.flexmigrate.plan.Plan.Probe;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads what may be probed: a word for none or all, or one kind, or a list of kinds. */
final class ProbeReader {

    private static final String KEY = "probe";
    private static final Map<String, Set<Probe>> WORDS = Map.of(
            "none", Set.of(),
            "load", Set.of(Probe.LOAD),
            "link", Set.of(Probe.LINK),
            "all", Set.of(Probe.values()));

    private ProbeReader() {}

    static Set<Probe> read(Section section) {
        boolean single =
                section.optional(KEY).filter(ScalarNode.class::isInstance).isPresent();
        return single
                ? section.optional(KEY, word(), Set.of())
                : new LinkedHashSet<>(section.list(KEY, Scalar.word(Probe.class)));
    }

    private static Scalar<Set<Probe>> word() {
        return new Scalar<>(
                "must be none, load, link, all or a list of load and link",
                Set.of(),
                text -> Optional.ofNullable(WORDS.get(text)),
                false);
    }
}
