package io.flexmigrate.journal;

import io.flexmigrate.engine.JournalException;
import io.flexmigrate.model.BinlogCoordinates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The work directory of one run, and every path in it.
 *
 * @param root the directory, absolute, such as {@code /home/anna/migrate-shop}
 */
public record RunDirectory(Path root) {

    private static final Set<PosixFilePermission> OURS_ALONE = PosixFilePermissions.fromString("rwx------");

    public RunDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** The journal: {@code migrate-shop/journal.jsonl}. */
    public Path journal() {
        return root.resolve("journal.jsonl");
    }

    /** The journal before its header is safely in it: {@code migrate-shop/journal.jsonl.new}. */
    Path journalDraft() {
        return root.resolve("journal.jsonl.new");
    }

    /** What the running program holds a lock on, with its process id inside: {@code migrate-shop/lock}. */
    public Path lock() {
        return root.resolve("lock");
    }

    /**
     * What mydumper writes and myloader reads, made afresh for each dump: {@code migrate-shop/dump}. Beside it, as
     * {@code migrate-shop/dump-batches}, lie links to its files while they are loaded.
     */
    public Path dump() {
        return root.resolve("dump");
    }

    /** What a probe dumps and loads, gone after it: {@code migrate-shop/probe}. */
    public Path probe() {
        return root.resolve("probe");
    }

    /**
     * What was proven of each chunk since the link began at these coordinates:
     * {@code migrate-shop/verify/binlog.000003-154.jsonl}.
     */
    public Path ledger(BinlogCoordinates start) {
        return root.resolve("verify").resolve(start.file() + "-" + start.position() + ".jsonl");
    }

    /** The logs: {@code migrate-shop/logs}. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** All that mydumper said: {@code migrate-shop/logs/mydumper.log}. */
    public Path mydumperLog() {
        return logs().resolve("mydumper.log");
    }

    /** All that myloader said: {@code migrate-shop/logs/myloader.log}. */
    public Path myloaderLog() {
        return logs().resolve("myloader.log");
    }

    /** Our own log, stack traces included: {@code migrate-shop/logs/migrate.log}. */
    public Path programLog() {
        return logs().resolve("migrate.log");
    }

    /** Files with secrets, each deleted after use: {@code migrate-shop/tmp}, mode 0700. */
    public Path temporary() {
        return root.resolve("tmp");
    }

    /** The final report for programs: {@code migrate-shop/report.json}. */
    public Path reportJson() {
        return root.resolve("report.json");
    }

    /** The final report for people: {@code migrate-shop/report.txt}. */
    public Path reportText() {
        return root.resolve("report.txt");
    }

    /** What the finished run can show, for programs: {@code migrate-shop/evidence.json}. */
    public Path evidenceJson() {
        return root.resolve("evidence.json");
    }

    /** The same for people: {@code migrate-shop/evidence.html}. */
    public Path evidenceHtml() {
        return root.resolve("evidence.html");
    }

    /** Whether a run has begun here. */
    public boolean hasRun() {
        return Files.exists(journal());
    }

    /**
     * Makes the directory, {@code logs} and {@code tmp}, each for us alone (0700). A directory that exists already is kept
     * as it is, but {@code logs} and {@code tmp} are closed to others again.
     *
     * @throws JournalException when that cannot be done
     */
    public void create() {
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(root, PosixFilePermissions.asFileAttribute(OURS_ALONE));
            }
            createPrivate(logs());
            createPrivate(temporary());
        } catch (IOException | UnsupportedOperationException failure) {
            throw new JournalException(
                    "the work directory " + root + " cannot be made: " + failure
                            + ". Name another one with --work-dir, on a file system with owners and modes.",
                    failure);
        }
    }

    /**
     * Deletes what a killed run left in {@link #temporary()}: files with secrets outlive nobody.
     *
     * @throws JournalException when that cannot be done
     */
    public void clearTemporary() {
        try (Stream<Path> files = Files.list(temporary())) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new JournalException(
                    "what a killed run left in " + temporary() + " cannot be deleted: " + failure
                            + ". Delete it by hand: it holds passwords.",
                    failure);
        }
    }

    /**
     * Writes the final report, for people and for programs.
     *
     * @throws JournalException when that cannot be done
     */
    public void report(String text, String json) {
        try {
            Files.writeString(reportText(), text);
            Files.writeString(reportJson(), json);
        } catch (IOException failure) {
            throw new JournalException(
                    "the report cannot be written to " + root + ": " + failure
                            + ". The migration is finished; migrate status shows the same.",
                    failure);
        }
    }

    private static void createPrivate(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OURS_ALONE));
        }
        Files.setPosixFilePermissions(directory, OURS_ALONE);
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
