package io.flexmigrate.cli;

import io.flexmigrate.report.Visible;
import io.flexmigrate.stage.repair.Repair;
import io.flexmigrate.stage.verify.Verdict;
import java.util.List;

/** What is said of a file of statements that put rows right. */
record RepairText(Repair repair) {

    /** Writes the file, when there is anything to write, and says so. */
    String write(RepairFile file, List<Verdict> verdicts) {
        if (verdicts.stream().allMatch(verdict -> verdict.rows().isEmpty())) {
            return "no row is known to differ, so there is nothing to put right, and "
                    + Visible.line(file.path().toString()) + " was not made\n";
        }
        Repair.Summary summary = file.write(writer -> repair.write(verdicts, writer));
        StringBuilder text = new StringBuilder("""
                statements for %d difference(s) in %d table(s) are in %s; the longest has %d bytes
                They hold values of rows, which may be personal data; only you may read the file. Nothing was applied.
                Read them, apply them to the TARGET while nothing writes to these rows, and compare again.
                """.formatted(
                summary.rows(), summary.tables(), Visible.line(file.path().toString()), summary.longest()));
        summary.untold()
                .forEach(line -> text.append("not in the file: ")
                        .append(Visible.lines(line))
                        .append('\n'));
        return text.toString();
    }
}
