package io.flexmigrate.cli;

import io.flexmigrate.engine.CutOverAbortedException;
import io.flexmigrate.engine.DifferencesFoundException;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.RunHeldException;
import io.flexmigrate.engine.StageBlockedException;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.UncertainException;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.UnreadableDefinitionException;
import io.flexmigrate.plan.ChangedPlanException;
import io.flexmigrate.plan.InvalidPlanException;
import io.flexmigrate.process.ProcessException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which error an exception is. */
final class ErrorCodes {

    /** By the kind of the exception, where that says enough; the first that fits. */
    private static final Map<Class<? extends Throwable>, ErrorCode> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put(InvalidPlanException.class, ErrorCode.INVALID_PLAN);
        KINDS.put(ChangedPlanException.class, ErrorCode.CHANGED_PLAN);
        KINDS.put(StageBlockedException.class, ErrorCode.BLOCKED);
        KINDS.put(DifferencesFoundException.class, ErrorCode.DIFFERENT);
        KINDS.put(UncertainException.class, ErrorCode.UNCERTAIN);
        KINDS.put(CutOverAbortedException.class, ErrorCode.ABORTED);
        KINDS.put(RefusedException.class, ErrorCode.REFUSED);
        KINDS.put(ReportFileException.class, ErrorCode.OUTPUT);
        KINDS.put(RunHeldException.class, ErrorCode.LOCK);
        KINDS.put(JournalException.class, ErrorCode.JOURNAL);
        KINDS.put(ProcessException.class, ErrorCode.PROGRAM);
        KINDS.put(UnreadableDefinitionException.class, ErrorCode.FILE);
        KINDS.put(UncheckedIOException.class, ErrorCode.FILE);
    }

    private ErrorCodes() {}

    /** The error; empty when nothing failed but somebody interrupted us. */
    static Optional<ErrorCode> of(Throwable failure) {
        return isInterruption(failure) ? Optional.empty() : Optional.of(code(failure));
    }

    private static ErrorCode code(Throwable failure) {
        if (failure instanceof StageFailedException failed) {
            return code(failed);
        }
        if (failure instanceof MySqlException refused) {
            return refused.encryptionTrouble().isPresent() ? ErrorCode.ENCRYPTION : ErrorCode.SERVER;
        }
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getKey().isInstance(failure))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ErrorCode.BUG);
    }

    private static ErrorCode code(StageFailedException failed) {
        return switch (failed.kind()) {
            case SECRET -> ErrorCode.SECRET;
            case LOCK -> ErrorCode.LOCK;
            case TOOL -> ErrorCode.TOOL;
            case HOOK -> ErrorCode.HOOK;
            case LINK -> ErrorCode.LINK;
            case CLOSED -> ErrorCode.CLOSED;
            case WORK -> failed.stage().map(ErrorCodes::code).orElse(ErrorCode.COMMAND);
        };
    }

    private static ErrorCode code(StageName stage) {
        return switch (stage) {
            case ASSESS -> ErrorCode.ASSESS;
            case PREPARE -> ErrorCode.PREPARE;
            case DUMP -> ErrorCode.DUMP;
            case LOAD -> ErrorCode.LOAD;
            case ACCOUNTS -> ErrorCode.ACCOUNTS;
            case LINK -> ErrorCode.LINKING;
            case CATCH_UP -> ErrorCode.CATCH_UP;
            case VERIFY -> ErrorCode.VERIFY;
            case CUT_OVER -> ErrorCode.CUT_OVER;
            case FINISH -> ErrorCode.FINISH;
        };
    }

    /** An interrupt that closed a file or a socket comes back as the failure of whoever used it. */
    private static boolean isInterruption(Throwable failure) {
        // because what these say counts, whatever brought it about
        boolean isVerdict = Stream.of(
                        InvalidPlanException.class,
                        ChangedPlanException.class,
                        StageBlockedException.class,
                        DifferencesFoundException.class,
                        UncertainException.class,
                        CutOverAbortedException.class)
                .anyMatch(kind -> kind.isInstance(failure));
        return !isVerdict
                && Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(cause -> cause instanceof InterruptedException
                                || cause instanceof ClosedByInterruptException
                                || (cause instanceof InterruptedIOException && isPlain(cause)));
    }

    /** A timeout of a socket is an InterruptedIOException too, but nobody interrupted us. */
    private static boolean isPlain(Throwable cause) {
        return cause.getClass() == InterruptedIOException.class;
    }
}
