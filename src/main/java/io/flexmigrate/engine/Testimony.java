package io.flexmigrate.engine;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ClientView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a finished migration can show of itself, for people to keep and to check again: a reading of its journal.
 *
 * @param format always {@link #FORMAT}
 * @param version of the form; a reader of another one refuses it
 * @param plan name in the plan
 * @param planDigest SHA-256 over the fields of the plan, secrets masked
 * @param program version of the program that began the run
 * @param approval how the plan let the cut-over be approved, and by whom it was
 * @param groups in the order in which they moved
 * @param wayBackServers server ids in whose name the source may write, because it comes by the way back
 * @param warnings what the run warned of
 * @param notProven what none of this shows
 */
public record Testimony(
        String format,
        int version,
        String plan,
        String planDigest,
        String run,
        String program,
        Instant started,
        Instant made,
        Side source,
        Side target,
        Snapshot snapshot,
        BinlogCoordinates linkStart,
        Fence fence,
        List<Moved> groups,
        List<Long> wayBackServers,
        AfterFence afterFence,
        Comparison comparison,
        Seal journal,
        Pause pause,
        String approval,
        List<Accepted> accepted,
        List<Part> stages,
        List<Moment> cutOver,
        List<String> warnings,
        List<String> notProven) {

    public static final String FORMAT = "migrate-evidence";

    public static final int VERSION = 1;

    public Testimony {
        groups = List.copyOf(groups);
        wayBackServers = List.copyOf(wayBackServers);
        accepted = List.copyOf(accepted);
        stages = List.copyOf(stages);
        cutOver = List.copyOf(cutOver);
        warnings = List.copyOf(warnings);
        notProven = List.copyOf(notProven);
    }

    /**
     * A server.
     *
     * @param uuid its {@code server_uuid}; empty when it could not be asked
     */
    public record Side(String host, int port, String uuid, String version) {}

    /**
     * Where the dump begins.
     *
     * @param gtidSet transactions in it; empty when GTIDs are off
     * @param locked how long the source took no writes for it
     */
    public record Snapshot(BinlogCoordinates coordinates, String gtidSet, Duration locked) {}

    /**
     * The last writes of the source.
     *
     * @param coordinates of the source, after which it wrote nothing
     * @param gtidSet what the source had executed, read before the link was removed; empty when GTIDs are off
     * @param targetApplied coordinates of the source up to which the target had applied everything
     * @param targetGtidSet what the target had executed when its link was removed, its own transactions among them
     */
    public record Fence(BinlogCoordinates coordinates, String gtidSet, String targetApplied, String targetGtidSet) {}

    /**
     * What the source's binlog says from the fence to the end of the migration.
     *
     * @param read whether it was read
     * @param upTo where it ended
     * @param files those that were read
     * @param changes what it wrote beside rotations and restarts
     * @param sourceClosed whether it refused writes, of administrators too
     * @param words why it was not read; empty when it was
     */
    public record AfterFence(
            boolean read, String upTo, List<String> files, int changes, boolean sourceClosed, String words) {
        public AfterFence {
            files = List.copyOf(files);
        }
    }

    /**
     * What was compared before the target was opened.
     *
     * @param mode the plan's word
     * @param ledger with what was proven of each chunk
     * @param chunks found equal
     * @param rows in them
     * @param moving tables that changed on every look, and are proven inside the fence alone
     * @param definitions what comparing definitions gave
     * @param insideFence what the run says of the comparison inside the fence
     */
    public record Comparison(
            String mode,
            Seal ledger,
            long chunks,
            long rows,
            List<String> moving,
            String definitions,
            Map<String, String> insideFence) {
        public Comparison {
            moving = List.copyOf(moving);
            insideFence = Map.copyOf(insideFence);
        }
    }

    /**
     * The cut-over of one group.
     *
     * @param fence the source's coordinates after which it wrote nothing of the group
     * @param standing what stood on the source before it was closed, and what kind of fence closed it
     */
    public record Moved(
            String group, List<String> databases, BinlogCoordinates fence, Map<String, String> standing, Pause pause) {
        public Moved {
            databases = List.copyOf(databases);
            standing = Map.copyOf(standing);
        }
    }

    /**
     * How long nobody could write.
     *
     * @param measured as the servers saw it
     * @param seen as a client saw it; empty without a canary
     */
    public record Pause(Duration predicted, Duration measured, Optional<ClientView> seen) {}

    /** A finding that a person accepted, and why. */
    public record Accepted(String code, String subject, String reason) {}

    /** How long the last attempt of a stage took, of so many. */
    public record Part(StageName stage, int attempts, Optional<Duration> duration) {}

    /** A step of the cut-over that was reached. */
    public record Moment(CutOverStep step, Instant at, Map<String, String> details) {
        public Moment {
            details = Map.copyOf(details);
        }
    }
}
