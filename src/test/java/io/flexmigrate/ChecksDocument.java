package io.flexmigrate;

import io.flexmigrate.model.Rule;
import io.flexmigrate.stage.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The page about all checks, made of their catalogue; its main writes it anew. */
final class ChecksDocument {

    static final Path FILE = Path.of("src/site/markdown/checks.md");

    private ChecksDocument() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, text());
    }

    static String text() {
        return """
                # The checks

                What `migrate` looks for before it changes anything, by the code that its findings carry. Codes are stable: a code is
                never given to another rule. FM1xxx are asked by ASSESS, which is all that `migrate plan` needs; FM2xxx are asked again
                when a later stage begins.

                A finding is a *blocker* (the migration stops), a *warning*, an *info*, or *unknown* (it could not be seen whether all
                is well, and why). Findings of rules that can be accepted, and all that are not blockers, no longer count when a person
                says why: `--accept FM1043=reason` or `--accept "FM1043 shop.log=reason"` on the command line, or in the plan

                ```yaml
                accept:
                  FM1043: small tables only
                  FM1061 mydumper and myloader: tried on a copy
                ```

                Where the last column says no, the migration could only fail or lose data, so nobody's word helps.

                | code | what must hold | why | can be accepted |
                |---|---|---|---|
                %s
                """.formatted(Stages.catalogue().rules().values().stream()
                .sorted(Comparator.comparing(Rule::code))
                .map(ChecksDocument::row)
                .collect(Collectors.joining("\n")));
    }

    private static String row(Rule rule) {
        return "| %s | [%s](%s) | %s | %s |"
                .formatted(
                        rule.code(),
                        cell(rule.title()),
                        rule.manual(),
                        cell(rule.why()),
                        rule.acceptable() ? "yes" : "no");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
