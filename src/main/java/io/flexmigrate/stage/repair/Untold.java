package io.flexmigrate.stage.repair;

import io.flexmigrate.stage.verify.Verdict;
import java.util.List;
import java.util.Optional;

/** Tables of which statements do not say everything. */
final class Untold {

    private Untold() {}

    static List<String> of(List<Verdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict -> reason(verdict).map(reason -> verdict.table() + " " + reason).stream())
                .toList();
    }

    private static Optional<String> reason(Verdict verdict) {
        return switch (verdict.kind()) {
            case EQUAL -> Optional.empty();
            case MOVING -> Optional.of("has rows that changed on every look");
            case DIFFERENT -> {
                if (verdict.rows().isEmpty()) {
                    yield Optional.of(verdict.words());
                }
                yield verdict.isComplete() ? Optional.empty() : Optional.of("has more rows that differ");
            }
        };
    }
}
