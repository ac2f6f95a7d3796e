package io.flexmigrate.mydumper;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what the tools print about themselves. */
final class VersionText {

    /** Such as {@code mydumper 0.10.0, built against}, {@code mydumper0.13.1-1, built} or {@code mydumper v0.15.1-1, …}. */
    private static final Pattern LINE =
            Pattern.compile("^(mydumper|myloader) ?v?(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})(?:-\\d+)?,.*");

    private static final Pattern OPTION = Pattern.compile("^\\s+(?:-\\S, )?(--[a-z0-9-]+)\\b.*");

    /**
     * Releases that print another number than their own, each measured by running the release. 0.10.8 is printed by 0.10.7-2
     * and by 0.11.1; the newer one is assumed.
     */
    private static final Map<String, String> RELEASES = Map.of(
            "0.10.0", "0.10.1",
            "0.10.2", "0.10.3",
            "0.10.4", "0.10.5",
            "0.10.6", "0.10.7",
            "0.10.8", "0.11.1",
            "0.11.2", "0.11.3",
            "0.11.6", "0.12.1");

    private VersionText() {}

    /** The release, or nothing when no line is that tool's. */
    static Optional<ToolVersion> parse(Tool tool, List<String> version, List<String> help) {
        return version.stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .filter(line -> line.group(1).equals(tool.program()))
                .findFirst()
                .map(line -> release(tool, line, options(help)));
    }

    private static ToolVersion release(Tool tool, MatchResult line, Set<String> options) {
        String printed = line.group(2) + "." + line.group(3) + "." + line.group(4);
        String[] numbers = RELEASES.getOrDefault(printed, printed).split("\\.", -1);
        return new ToolVersion(
                tool,
                Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]),
                Integer.parseInt(numbers[2]),
                options);
    }

    private static Set<String> options(List<String> help) {
        return help.stream().flatMap(VersionText::option).collect(toUnmodifiableSet());
    }

    /** A line's option; of {@code --ssl-mode}, the value that tells the client libraries apart too. */
    private static Stream<String> option(String line) {
        Matcher option = OPTION.matcher(line);
        if (!option.matches()) {
            return Stream.empty();
        }
        String name = option.group(1);
        boolean isMysqlClient = name.equals("--ssl-mode") && line.contains("VERIFY_CA");
        return isMysqlClient ? Stream.of(name, name + "=VERIFY_CA") : Stream.of(name);
    }
}
