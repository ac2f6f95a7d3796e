package io.flexmigrate.report;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One line of a remedy.
 *
 * @param isCode whether it is a statement, a command or a line of a configuration, to be pasted as it is
 */
record RemedyLine(String text, boolean isCode) {

    private static final Pattern COMMAND = Pattern.compile("(az|apt|apt-get|sudo|systemctl|mysql|mysqldump|mydumper"
            + "|myloader|migrate|scp|cp|rm|mkdir|chmod|df|nc|dig|openssl|export|pt-[a-z-]+) .*");
    private static final Pattern SETTING = Pattern.compile("\\[[\\w-]+]|[a-z][\\w-]*(\\s*=\\s*\\S.*)?|- \\S+.*:.*");
    private static final Pattern STATEMENT = Pattern.compile(".*;(\\s*--.*)?");

    static List<RemedyLine> of(String remedy) {
        return Arrays.stream(remedy.split("\n", -1))
                .filter(line -> !line.isBlank())
                .map(line -> new RemedyLine(line, isCode(line)))
                .toList();
    }

    /** Whether all there is to do is to paste one line. */
    static boolean isSingle(List<RemedyLine> remedy) {
        return remedy.size() == 1 && remedy.get(0).isCode();
    }

    static boolean isCode(String line) {
        String content = line.strip();
        return STATEMENT.matcher(content).matches()
                || COMMAND.matcher(content).matches()
                || SETTING.matcher(content).matches();
    }
}
