package io.flexmigrate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The page about all errors beside findings, made of their codes; its main writes it anew. */
final class ErrorsDocument {

    static final Path FILE = Path.of("src/site/markdown/errors.md");

    private ErrorsDocument() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, text());
    }

    static String text() {
        return """
                # The errors

                When a command ends in an error it says what happened to which thing and what to do, and last the code by which the error
                stands here; `migrate explain FM3015` tells the same where this page is not at hand. Codes are stable: a code is never
                given to another error. What stands in the way of a migration before it begins are [findings](checks.md), which have codes
                of their own.

                The exit code is for scripts. A wrong command line (2) and an interruption (130) have no code: the first prints its usage,
                and after the second the same command goes on.

                | code | exit | what happened | what it means | what to do next |
                |---|---|---|---|---|
                %s
                """.formatted(Arrays.stream(ErrorCode.values())
                .sorted(Comparator.comparing(ErrorCode::code))
                .map(ErrorsDocument::row)
                .collect(Collectors.joining("\n")));
    }

    private static String row(ErrorCode error) {
        return "| %s | %d | %s | %s | %s |"
                .formatted(
                        error.code(),
                        error.exit().code(),
                        cell(error.title()),
                        cell(error.meaning()),
                        cell(error.remedy()));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
