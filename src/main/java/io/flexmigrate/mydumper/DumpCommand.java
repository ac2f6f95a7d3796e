package io.flexmigrate.mydumper;

import static java.util.stream.Collectors.joining;

import io.flexmigrate.process.Command;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command that dumps base tables and their data, nothing else.
 *
 * <p>Never {@code --rows} with a number to cut by, which loses rows in several releases, and never {@code -T}, with which 0.10.1
 * to 0.11.1 hang while they hold the global read lock. Views, triggers, routines and events are not the tools' work, because they lose, misorder
 * or refuse them.
 */
public final class DumpCommand {

    /** The tool begins a new file of a table after this many megabytes. */
    private static final int FILE_MEGABYTES = 256;

    /** The lock against schema changes is ours: a second one needs BACKUP_ADMIN or ends the tool, and protects no better. */
    private static final String WITHOUT_DDL_LOCK = "--skip-ddl-locks";

    private DumpCommand() {}

    /** The command; the directory it writes to must not be there yet, its parent must. */
    public static Command of(ToolVersion version, DumpRequest request) {
        List<String> arguments = new ArrayList<>();
        arguments.add(request.program());
        arguments.addAll(ToolArguments.connection(request.defaultsFile(), request.host(), request.port()));
        arguments.addAll(ToolArguments.tls(version, request.tls()));
        arguments.addAll(List.of("--regex", regex(request.databases()), "--no-views"));
        arguments.addAll(Recipe.dumpArguments(version, request.server()));
        if (version.has(WITHOUT_DDL_LOCK)) {
            arguments.add(WITHOUT_DDL_LOCK);
        }
        arguments.addAll(DumpCompression.arguments(version, request.compress()));
        arguments.addAll(List.of("-F", Integer.toString(FILE_MEGABYTES)));
        arguments.addAll(List.of("-l", Long.toString(request.longQueryGuard().toSeconds())));
        request.omissions().ifPresent(file -> arguments.addAll(List.of("-O", file.toString())));
        arguments.addAll(ToolArguments.work(request.threads()));
        arguments.addAll(List.of("-o", request.outputDirectory().toString()));
        return new Command(arguments, parent(request.outputDirectory()), Map.of());
    }

    static Path parent(Path directory) {
        Path parent = directory.getParent();
        return parent == null ? directory : parent;
    }

    /**
     * A filter on {@code database.table}, the only one that takes several databases in every release.
     *
     * <p>Written in ASCII alone, because the tools refuse an argument that the locale they run in cannot read; and with the
     * case that matters, because they compile it with PCRE_CASELESS.
     */
    static String regex(List<String> databases) {
        return databases.stream().map(DumpCommand::literal).collect(joining("|", "^(?-i)(", ")\\."));
    }

    static String literal(String name) {
        StringBuilder literal = new StringBuilder();
        for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
            literal.append(literal(unit & 0xff));
        }
        return literal.toString();
    }

    private static String literal(int unit) {
        boolean isPlain = unit < 0x80 && (Character.isLetterOrDigit(unit) || unit == '_');
        return isPlain ? Character.toString(unit) : String.format("\\x%02x", unit);
    }
}
