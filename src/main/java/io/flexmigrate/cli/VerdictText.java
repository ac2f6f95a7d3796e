package io.flexmigrate.cli;

import io.flexmigrate.report.Visible;
import io.flexmigrate.stage.verify.Extent;
import io.flexmigrate.stage.verify.Verdict;
import java.util.List;

/**
 * What a comparison gave, for people.
 *
 * @param showValues whether values of rows may be told
 * @param extent how much was compared
 */
record VerdictText(boolean showValues, Extent extent) {

    String write(List<Verdict> verdicts) {
        StringBuilder text = new StringBuilder();
        for (Verdict verdict : verdicts) {
            text.append(line(verdict));
        }
        return text.append(count(verdicts, Verdict.Kind.EQUAL))
                .append(equal())
                .append(count(verdicts, Verdict.Kind.DIFFERENT))
                .append(" different, ")
                .append(count(verdicts, Verdict.Kind.MOVING))
                .append(" not proven\n")
                .append(limits(verdicts))
                .toString();
    }

    private String equal() {
        return switch (extent.mode()) {
            case FULL -> " table(s) equal, ";
            case SAMPLE -> " table(s) equal as far as they were compared, ";
            case COUNTS -> " table(s) with as many rows on both sides, ";
        };
    }

    /** What the comparison does not prove, so that nobody takes it for more than it is. */
    private String limits(List<Verdict> verdicts) {
        return switch (extent.mode()) {
            case FULL -> "";
            case SAMPLE -> sample(verdicts);
            case COUNTS -> """
                    Only the numbers of rows were compared. Not proven: what is in the rows; rows that are missing where as many
                    are too many. migrate verify --mode full proves it.
                    """;
        };
    }

    private String sample(List<Verdict> verdicts) {
        StringBuilder text = new StringBuilder();
        long compared = 0;
        long all = 0;
        for (Verdict verdict : verdicts) {
            compared += verdict.coverage().compared();
            all += verdict.coverage().all();
            if (verdict.coverage().compared() < verdict.coverage().all()) {
                text.append(name(verdict))
                        .append(": ")
                        .append(verdict.coverage().compared())
                        .append(" of ")
                        .append(verdict.coverage().all())
                        .append(" chunks\n");
            }
        }
        if (compared == all) {
            return "every table is so small that all of its chunks were compared\n";
        }
        return text.append("""
                %d of %d chunk(s) were compared, chosen at random; --seed %d compares the same ones again.
                Not proven: the rows of all other chunks. migrate verify --mode full proves them.
                """.formatted(compared, all, extent.seed())).toString();
    }

    private String line(Verdict verdict) {
        return switch (verdict.kind()) {
            case EQUAL -> "";
            case MOVING -> name(verdict) + " changed on every look; compare it again when less is written to it\n";
            case DIFFERENT -> name(verdict) + " " + different(verdict) + "\n";
        };
    }

    private String different(Verdict verdict) {
        if (verdict.rows().isEmpty()) {
            return Visible.lines(verdict.words());
        }
        StringBuilder text = new StringBuilder("differs:");
        verdict.rows().forEach(row -> text.append("\n    ").append(Visible.line(row.words(showValues))));
        return text.toString();
    }

    /** A name may hold line feeds, and what steers a terminal. */
    private static String name(Verdict verdict) {
        return Visible.line(verdict.table().toString());
    }

    private static long count(List<Verdict> verdicts, Verdict.Kind kind) {
        return verdicts.stream().filter(verdict -> verdict.kind() == kind).count();
    }
}
