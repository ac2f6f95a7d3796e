package io.flexmigrate.mydumper;

import static java.util.stream.Collectors.joining;

import io.flexmigrate.model.TableName;
import io.flexmigrate.process.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Commands that dump some tables for a measurement: without any lock, since nobody needs the result to be consistent.
 *
 * <p>No supported release can limit the rows (0.10.7 was the first with {@code --where}), so the caller ends the tool when it
 * has enough.
 */
public final class SliceCommand {

    private SliceCommand() {}

    /** Dumps the definitions of these tables alone. */
    public static Command schemas(ToolVersion version, DumpRequest request, List<TableName> tables) {
        return command(version, request, tables, "--no-data");
    }

    /** Dumps the rows of these tables alone. */
    public static Command data(ToolVersion version, DumpRequest request, List<TableName> tables) {
        return command(version, request, tables, "--no-schemas");
    }

    private static Command command(ToolVersion version, DumpRequest request, List<TableName> tables, String what) {
        List<String> arguments = new ArrayList<>();
        arguments.add(request.program());
        arguments.addAll(ToolArguments.connection(request.defaultsFile(), request.host(), request.port()));
        arguments.addAll(ToolArguments.tls(version, request.tls()));
        arguments.addAll(List.of("--regex", regex(tables), "--no-views", what, withoutLocks(version)));
        arguments.addAll(List.of("-l", Long.toString(request.longQueryGuard().toSeconds())));
        arguments.addAll(ToolArguments.work(request.threads()));
        arguments.addAll(List.of("-o", request.outputDirectory().toString()));
        return new Command(arguments, DumpCommand.parent(request.outputDirectory()), Map.of());
    }

    /** The old word is deprecated from 0.18.1 on and refused by 1.0.0. */
    private static String withoutLocks(ToolVersion version) {
        return version.isAtLeast(0, 18, 1) ? "--sync-thread-lock-mode=NO_LOCK" : "--no-locks";
    }

    private static String regex(List<TableName> tables) {
        return tables.stream()
                .map(table -> DumpCommand.literal(table.database()) + "\\." + DumpCommand.literal(table.table()))
                .collect(joining("|", "^(?-i)(", ")$"));
    }
}
