package io.flexmigrate.engine;

import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stage did not begin, because of findings that block. */
public final class StageBlockedException extends RuntimeException {

    private final StageName stage;
    private final transient List<Finding> findings;
    private final transient @Nullable Fact fact;

    public StageBlockedException(StageName stage, List<Finding> findings) {
        this(stage, findings, null);
    }

    /** @param fact what the stage would have left if nothing blocked; null when it would have left nothing */
    public StageBlockedException(StageName stage, List<Finding> findings, @Nullable Fact fact) {
        super(stage + " is blocked by "
                + findings.stream().filter(Finding::blocks).count() + " finding(s)");
        this.stage = stage;
        this.findings = List.copyOf(findings);
        this.fact = fact;
    }

    public StageName stage() {
        return stage;
    }

    /** What the stage would have left if nothing blocked, for a dry run to go on with. */
    public Optional<Fact> fact() {
        return Optional.ofNullable(fact);
    }

    /** All findings, those that block and those that do not. */
    public List<Finding> findings() {
        return findings;
    }
}
