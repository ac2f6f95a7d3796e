package io.flexmigrate.plan;

import io.flexmigrate.model.Acceptance;
import java.util.List;
import java.util.Optional;

/** Reads which findings are accepted: codes, or codes and subjects, with a reason each. */
final class AcceptReader {

    private static final Scalar<String> TARGET = Scalar.matching(
            "FM[0-9]{4}( +[^ ].*)?",
            "must be the code of a finding, with its subject or without, such as FM1043 shop.log");
    private static final Scalar<String> REASON =
            Scalar.matching(".*[^ ].*", "must be a text that says why it is accepted");

    private AcceptReader() {}

    static List<Acceptance> read(Section section) {
        return section.entries(TARGET, REASON, Acceptance::parse).stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
