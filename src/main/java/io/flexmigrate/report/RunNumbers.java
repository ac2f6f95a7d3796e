package io.flexmigrate.report;

import io.flexmigrate.engine.Status;
import io.flexmigrate.engine.Status.Numbers;
import io.flexmigrate.model.Fact;
import io.flexmigrate.report.EvidenceSection.Line;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The numbers of a run that people ask for first, as far as they are known. */
record RunNumbers(RunClock clock) {

    List<Line> of(Status status) {
        Numbers numbers = status.numbers();
        return Stream.of(
                        line("Snapshot at", numbers.coordinates().map(Object::toString)),
                        line("Source locked for it", numbers.sourceLocked().map(Amounts::duration)),
                        line("Rows loaded", numbers.rows().map(rows -> String.format(Locale.ROOT, "%,d", rows))),
                        line("Lag", numbers.lag().map(Amounts::duration)),
                        line("Oldest proof", numbers.provenSince().map(clock::day)),
                        line("Write pause, predicted", numbers.predictedPause().map(Amounts::duration)),
                        line("Write pause, measured", numbers.pause().map(Amounts::duration)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Line> line(String name, Optional<String> value) {
        return value.map(text -> new Line(name, text));
    }

    /** How long the source keeps what the target still needs; none before that is known. */
    static List<Retention> retention(Status status) {
        return status.stages().stream()
                .flatMap(stage -> stage.fact().stream())
                .filter(Fact.Assessed.class::isInstance)
                .flatMap(fact -> ((Fact.Assessed) fact).forecast().retention().stream())
                .map(kept -> new Retention(Retentions.sentence(kept), kept.isEnough() ? "enough" : "short"))
                .toList();
    }

    /** A sentence, and a class of the style sheet. */
    record Retention(String sentence, String weight) {}
}
