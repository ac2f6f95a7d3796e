package io.flexmigrate.stage.diagnosis;

import io.flexmigrate.engine.FailureKind;
import io.flexmigrate.engine.PassingFailureException;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.ReplicaStatus.ThreadError;
import io.flexmigrate.stage.diagnosis.KnownTrouble.Course;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a link that does not run.
 *
 * @param error the error of the thread that stopped; the one of a worker where the coordinator says only that one failed
 * @param evidence what we saw on both servers, a sentence each
 */
public record LinkDiagnosis(ReplicaStatus status, ThreadError error, List<String> evidence) {

    private static final String UNKNOWN = "Look it up in the server's manual; nothing is skipped automatically.";

    public LinkDiagnosis {
        evidence = List.copyOf(evidence);
    }

    /** Makes one of a link's status and what can be seen of both servers. */
    public static LinkDiagnosis of(ReplicaStatus status, Evidence evidence) {
        ThreadError said = status.receiverError().isPresent() ? status.receiverError() : status.applierError();
        ThreadError error = evidence.ofWorker(said);
        return new LinkDiagnosis(status, error, evidence.of(status, error));
    }

    /** Whether it may pass by itself; so may a receiver that connects and has not failed yet. */
    public boolean mayPass() {
        boolean connects = status.receiverRunning().equals("Connecting") && !error.isPresent();
        return connects
                || trouble().map(known -> known.course() == Course.PASSES).orElse(false);
    }

    /** The failure of whoever needs the link. */
    public StageFailedException failure() {
        String remedy = trouble().map(KnownTrouble::remedy).orElse(error.isPresent() ? UNKNOWN : restart());
        return mayPass()
                ? new PassingFailureException(FailureKind.LINK, words(), remedy)
                : new StageFailedException(FailureKind.LINK, words(), remedy);
    }

    private static String restart() {
        return "Somebody stopped the link on the target. Resume: it is started again where it stands.";
    }

    /** What happened, with the evidence, in several sentences. */
    public String words() {
        StringBuilder words = new StringBuilder("Replication does not run: receiver ")
                .append(status.receiverRunning())
                .append(", applier ")
                .append(status.applierRunning())
                .append('.');
        if (error.isPresent()) {
            words.append(status.receiverError().isPresent() ? " The receiver" : " The applier")
                    .append(" says error ")
                    .append(error.number())
                    .append(": ")
                    .append(error.message().strip())
                    .append(error.message().strip().endsWith(".") ? "" : ".");
        }
        trouble().ifPresent(known -> words.append(' ').append(known.cause()));
        evidence.forEach(seen -> words.append(' ').append(seen));
        return words.toString();
    }

    private Optional<KnownTrouble> trouble() {
        return Evidence.trouble(error);
    }
}
