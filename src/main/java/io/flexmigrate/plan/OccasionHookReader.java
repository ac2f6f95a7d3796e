package io.flexmigrate.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads who is told of a run, and of what. */
record OccasionHookReader(PlanDirectory directory, SecretReader secrets) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    OccasionHook read(Section section) {
        return new OccasionHook(
                Set.copyOf(section.required("events", new ListKind<>(occasion()))),
                new FlipHookReader(directory, secrets).readTelling(section, PATIENCE));
    }

    private static Scalar<Occasion> occasion() {
        Map<String, Occasion> words = new LinkedHashMap<>();
        Arrays.stream(Occasion.values()).forEach(occasion -> words.put(occasion.word(), occasion));
        return Scalar.of(
                words.keySet().stream().collect(Collectors.joining(", ", "must be one of ", "")),
                Occasion.FAILED,
                text -> Optional.ofNullable(words.get(text)),
                Shape.words(words.keySet()));
    }
}
