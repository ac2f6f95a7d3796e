package io.flexmigrate.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stage could not do its work; the same command goes on from there once the cause is put right. */
public class StageFailedException extends RuntimeException {

    private final String remedy;
    private final FailureKind kind;
    private @Nullable StageName stage;

    /**
     * @param message what happened, to which thing
     * @param remedy what a person can do about it
     */
    public StageFailedException(String message, String remedy) {
        this(FailureKind.WORK, message, remedy);
    }

    /** The same of what is not the stage's own work. */
    public StageFailedException(FailureKind kind, String message, String remedy) {
        super(message);
        this.remedy = remedy;
        this.kind = kind;
    }

    public StageFailedException(String message, String remedy, Throwable cause) {
        this(FailureKind.WORK, message, remedy, cause);
    }

    /** The same of what is not the stage's own work. */
    public StageFailedException(FailureKind kind, String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
        this.kind = kind;
    }

    public String remedy() {
        return remedy;
    }

    public FailureKind kind() {
        return kind;
    }

    /** Which stage failed; empty when it was a command that walks no stages. */
    public Optional<StageName> stage() {
        return Optional.ofNullable(stage);
    }

    /** The same failure, once it is known in which stage it was. */
    StageFailedException in(StageName failed) {
        stage = failed;
        return this;
    }
}
