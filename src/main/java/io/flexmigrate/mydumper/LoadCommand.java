package io.flexmigrate.mydumper;

import io.flexmigrate.process.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command that loads a dump, written to the target's binlog like any other change. */
public final class LoadCommand {

    private LoadCommand() {}

    public static Command of(ToolVersion version, LoadRequest request) {
        List<String> arguments = new ArrayList<>();
        arguments.add(request.program());
        arguments.addAll(ToolArguments.connection(request.defaultsFile(), request.host(), request.port()));
        arguments.addAll(ToolArguments.tls(version, request.tls()));
        arguments.addAll(Recipe.loadArguments(version));
        arguments.addAll(ToolArguments.work(request.threads()));
        request.database().ifPresent(database -> arguments.addAll(List.of("-B", database)));
        arguments.addAll(List.of("-d", request.directory().toString()));
        return new Command(arguments, request.directory(), environment(request));
    }

    /** The tools refuse an argument that the locale they run in cannot read: a name beyond ASCII in the C locale. */
    private static Map<String, String> environment(LoadRequest request) {
        boolean isPlain =
                request.database().stream().flatMapToInt(String::chars).allMatch(unit -> unit < 0x80);
        return isPlain ? Map.of() : Map.of("LC_ALL", "C.UTF-8");
    }
}
