package io.flexmigrate.testing;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;

/** Findings of rules that no catalogue has. */
public final class SampleFindings {

    private SampleFindings() {}

    public static Finding blocker(String code, String subject, String seen, String remedy) {
        return rule(code).blocker(subject, seen, remedy);
    }

    public static Finding warning(String code, String subject, String seen, String remedy) {
        return rule(code).warning(subject, seen, remedy);
    }

    public static Finding info(String code, String subject, String seen) {
        return rule(code).info(subject, seen, "");
    }

    private static Rule rule(String code) {
        return Rule.of(code, "It is well", "Otherwise it is not.", "https://example.com/" + code);
    }
}
