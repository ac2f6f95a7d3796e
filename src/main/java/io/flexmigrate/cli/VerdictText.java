package io.flexmigrate.cli;

import io.flexmigrate.stage.verify.Verdict;
import java.util.List;

/**
 * What a comparison gave, for people.
 *
 * @param showValues whether values of rows may be told
 */
record VerdictText(boolean showValues) {

    String write(List<Verdict> verdicts) {
        StringBuilder text = new StringBuilder();
        for (Verdict verdict : verdicts) {
            text.append(line(verdict));
        }
        return text.append(count(verdicts, Verdict.Kind.EQUAL))
                .append(" table(s) equal, ")
                .append(count(verdicts, Verdict.Kind.DIFFERENT))
                .append(" different, ")
                .append(count(verdicts, Verdict.Kind.MOVING))
                .append(" not proven\n")
                .toString();
    }

    private String line(Verdict verdict) {
        return switch (verdict.kind()) {
            case EQUAL -> "";
            case MOVING -> verdict.table() + " changed on every look; compare it again when less is written to it\n";
            case DIFFERENT -> verdict.table() + " " + different(verdict) + "\n";
        };
    }

    private String different(Verdict verdict) {
        if (verdict.rows().isEmpty()) {
            return verdict.words();
        }
        StringBuilder text = new StringBuilder("differs:");
        verdict.rows().forEach(row -> text.append("\n    ").append(row.words(showValues)));
        return text.toString();
    }

    private static long count(List<Verdict> verdicts, Verdict.Kind kind) {
        return verdicts.stream().filter(verdict -> verdict.kind() == kind).count();
    }
}
