package io.flexmigrate.engine;

import io.flexmigrate.model.Finding;
import java.util.List;

/** A stage did not begin, because of findings that block. */
public final class StageBlockedException extends RuntimeException {

    private final StageName stage;
    private final transient List<Finding> findings;

    public StageBlockedException(StageName stage, List<Finding> findings) {
        super(stage + " is blocked by "
                + findings.stream().filter(Finding::blocks).count() + " finding(s)");
        this.stage = stage;
        this.findings = List.copyOf(findings);
    }

    public StageName stage() {
        return stage;
    }

    /** All findings, those that block and those that do not. */
    public List<Finding> findings() {
        return findings;
    }
}
