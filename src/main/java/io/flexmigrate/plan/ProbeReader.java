package io.flexmigrate.plan;

import io.flexmigrate.plan.Plan.Probe;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads what may be probed: a word for none or all, or one kind, or a list of kinds. */
final class ProbeReader {

    private static final Map<String, Set<Probe>> WORDS = new TreeMap<>(Map.of(
            "none", Set.of(),
            "load", Set.of(Probe.LOAD),
            "link", Set.of(Probe.LINK),
            "all", Set.of(Probe.values())));

    private ProbeReader() {}

    static Set<Probe> read(Section section) {
        return new LinkedHashSet<>(
                section.optional("probe", new WordOrList<>(word(), Scalar.word(Probe.class)), List.of()));
    }

    private static Scalar<Set<Probe>> word() {
        return Scalar.of(
                "must be none, load, link, all or a list of load and link",
                Set.of(),
                text -> Optional.ofNullable(WORDS.get(text)),
                new Shape(Shape.words(WORDS.keySet()).keywords(), "none"));
    }
}
