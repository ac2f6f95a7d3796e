package io.flexmigrate.stage.repair;

import io.flexmigrate.model.SingleLine;
import io.flexmigrate.mysql.Checksums;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.RepairRows;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.stage.verify.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes the statements that make the target's rows the source's. */
public record Repair(MySqlServer source, MySqlServer target) {

    /** How many rows that differ are looked for in a chunk; what is beyond them waits for the next comparison. */
    public static final int ROWS_PER_CHUNK = 10_000;

    private static final String BEGINNING = """
            SET NAMES utf8mb4;
            -- What makes the rows of the TARGET those of the source, as a comparison found them to differ. Nothing was applied.
            -- It holds the values of rows, which may be personal data: keep it as you keep the database, and delete it then.
            -- Every table is one transaction. Apply it in a session of its own that stops at the first error: what fails is
            -- rolled back with its table, and what was committed before stays. Triggers of the target fire.
            -- While the target follows the source, a row that the source changed after this file was written becomes old again,
            -- and the link may stop at it: apply it when nothing writes to these rows, and compare again afterwards.
            -- What is for a table without a key (DELETE ... LIMIT) must be applied once only; all else may be applied again.
            SET SESSION time_zone = '+00:00', SESSION foreign_key_checks = 0, SESSION unique_checks = 1, SESSION sql_safe_updates = 0;
            """;

    /**
     * What was written.
     *
     * @param tables in which there are any
     * @param untold tables of which not everything that differs is in the file, each with the reason
     * @param longest bytes of the longest statement
     */
    public record Summary(long rows, long tables, List<String> untold, long longest) {

        public Summary {
            untold = List.copyOf(untold);
        }
    }

    /**
     * Writes them, and says what was written.
     *
     * @param verdicts what a comparison gave just now
     */
    public Summary write(List<Verdict> verdicts, Writer out) throws IOException {
        StatementWriter statements = new StatementWriter(out);
        statements.text(BEGINNING);
        List<Verdict> repaired =
                verdicts.stream().filter(verdict -> !verdict.rows().isEmpty()).toList();
        List<String> untold = Untold.of(verdicts);
        try (RepairRows rows = RepairRows.of(source);
                RepairRows there = RepairRows.of(target);
                Session onSource = source.open();
                Session onTarget = target.open()) {
            new Checksums(onSource).prepare();
            for (Verdict verdict : repaired) {
                new TableRepair(verdict, rows, there, onSource, onTarget).write(statements);
            }
        }
        long count =
                repaired.stream().mapToLong(verdict -> verdict.rows().size()).sum();
        untold.forEach(line -> statements.comment(SingleLine.of("not in this file: " + line)));
        statements.comment("This is the end: " + count + " difference(s) in " + repaired.size()
                + " table(s); the longest statement has " + statements.longest()
                + " bytes, and max_allowed_packet must be more.");
        return new Summary(count, repaired.size(), untold, statements.longest());
    }
}
