package io.flexmigrate.cli;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A command line cut into words as a shell does, as far as documents need it: a word may be quoted in part. */
final class ShellWords {

    private static final Pattern WORD = Pattern.compile("(?:[^\\s']|'[^']*')+");

    private ShellWords() {}

    static List<String> of(String commandLine) {
        return WORD.matcher(commandLine)
                .results()
                .map(MatchResult::group)
                .map(word -> word.replace("'", ""))
                .toList();
    }
}
