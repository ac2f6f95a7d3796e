package io.flexmigrate.plan;

import io.flexmigrate.model.Acceptance;
import io.flexmigrate.model.AccountName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person wants done: read once from a plan file, never changed.
 *
 * @param name names the run, its lock and its work directory; letters, digits, {@code _} and {@code -}
 * @param purpose whether the writes move in the end
 * @param definers who is to be the definer on the target of what others define on the source; the migrating account is it of
 *     all else
 * @param accept findings that do not block this migration
 * @param probe what ASSESS may find out by trying it on the target
 * @param on who is told of the run
 */
public record Plan(
        String name,
        Purpose purpose,
        Source source,
        Target target,
        Scope scope,
        Accounts accounts,
        Map<AccountName, AccountName> definers,
        Dump dump,
        Load load,
        Link link,
        CatchUp catchUp,
        Watch watch,
        Verify verify,
        CutOver cutover,
        List<Acceptance> accept,
        Set<Probe> probe,
        List<OccasionHook> on) {

    public Plan {
        definers = Map.copyOf(definers);
        accept = List.copyOf(accept);
        probe = Set.copyOf(probe);
        on = List.copyOf(on);
    }

    /**
     * A server and how we log in there.
     *
     * @param port 1 to 65535
     */
    public record Endpoint(String host, int port, String user, SecretReference password, Tls tls) {}

    /** How a connection is encrypted and whom it trusts. */
    public record Tls(TlsMode mode, Optional<Path> ca) {}

    /**
     * The server that is left.
     *
     * @param replication how the target reaches it
     * @param binlogRetention how long the source must keep its binlogs; PREPARE raises a shorter setting
     */
    public record Source(Endpoint endpoint, Replication replication, Duration binlogRetention) {}

    /**
     * The source as the target's replication sees it.
     *
     * @param ca certificates (PEM, one or several) that sign the source's; empty: replication is not encrypted
     * @param create whether PREPARE creates the account, with a password that nobody knows, and FINISH drops it
     */
    public record Replication(
            String host, int port, String user, SecretReference password, Optional<Path> ca, boolean create) {}

    /**
     * The server that is gone to.
     *
     * @param replication how the source reaches it when it replicates back
     */
    public record Target(TargetKind kind, Endpoint endpoint, WayIn replication) {}

    /**
     * What moves.
     *
     * @param databases names; empty means all but the system's own
     * @param excludeTables patterns {@code database.table} with {@code *}
     */
    public record Scope(List<String> databases, List<String> excludeTables) {
        public Scope {
            databases = List.copyOf(databases);
            excludeTables = List.copyOf(excludeTables);
        }

        public boolean isAll() {
            return databases.isEmpty();
        }
    }

    /**
     * Whether accounts are copied, and which not.
     *
     * @param existing what becomes of an account whose name the target has already
     */
    public record Accounts(boolean copy, List<String> exclude, Existing existing) {
        public Accounts {
            exclude = List.copyOf(exclude);
        }

        /** Whether these texts, with or without a host, name an account to be left out. */
        public boolean excludes(AccountName name) {
            return exclude.contains(name.user()) || exclude.contains(name.toString());
        }
    }

    /**
     * How the snapshot is taken.
     *
     * @param mydumper the program; empty: {@code MIGRATE_MYDUMPER}, else the one on the path
     * @param threads 1 to 256; 0: chosen by the number of cores
     * @param maxLock how long the source may be locked
     * @param longQueryGuard how long a statement on the source may have run for the dump to begin; at least 1 s
     * @param onLongQuery what to do about a statement that has run longer
     * @param blockDdl whether schema changes on the source are held back during the dump, where the server and the account can
     * @param compress how the files of the dump are compressed
     * @param maxRunning the dump pauses while the source has more running threads than this; 0: it never does
     * @param maxRate bytes a second that the dump writes at most; 0: no bound
     */
    public record Dump(
            Optional<String> mydumper,
            int threads,
            Duration maxLock,
            Duration longQueryGuard,
            LongQueries onLongQuery,
            boolean blockDdl,
            Compression compress,
            int maxRunning,
            long maxRate) {}

    /**
     * How the snapshot is loaded.
     *
     * @param myloader the program; empty: {@code MIGRATE_MYLOADER}, else the one on the path
     * @param threads 1 to 256; 0: chosen by the number of cores
     * @param deferIndexes whether secondary indexes are built after the data of their table
     * @param deferUniqueKeys whether unique keys are among them
     */
    public record Load(Optional<String> myloader, int threads, boolean deferIndexes, boolean deferUniqueKeys) {}

    /**
     * How the target is linked to the source.
     *
     * @param mode how the target finds where to begin
     * @param retryFor how long an error that may pass, such as a lost connection, is borne
     */
    public record Link(LinkMode mode, Duration retryFor) {}

    /**
     * When the target counts as caught up.
     *
     * @param maxLag the largest lag
     * @param stableFor how long the lag must have stayed below it
     * @param timeout how long to wait at most
     * @param heartbeat whether a row of our own, in a small database on the source, measures the lag
     */
    public record CatchUp(Duration maxLag, Duration stableFor, Duration timeout, boolean heartbeat) {}

    /**
     * How {@code migrate watch} looks after a link that stays.
     *
     * @param interval between two looks; 1 s to 1 h
     * @param maxLag the lag from which on it raises an alarm
     * @param alert commands that it runs when its verdict changes
     */
    public record Watch(Duration interval, Duration maxLag, List<Hook> alert) {
        public Watch {
            alert = List.copyOf(alert);
        }
    }

    /**
     * How equality is proven.
     *
     * @param threads 1 to 64: tables compared at once
     * @param atCutOver what becomes of a cut-over when what changed last cannot be compared within its budget
     * @param maxLoad threads of others that may run on the source while it compares; 0: any number
     * @param background percent of one thread's time in which {@code migrate watch} proves all again; 0: none
     */
    public record Verify(VerifyMode mode, int threads, CutOverProof atCutOver, int maxLoad, int background) {}

    /**
     * How the writes move.
     *
     * @param budget how long the source may take no writes
     * @param deadManAfter how long after our death at most the source must take writes again; at least 2 s
     * @param rehearsals how many times the pause is predicted before the fence; 1 to 100
     * @param watchStragglers how long to look who still comes to the server that the writes have left; zero: not at all
     */
    public record CutOver(
            Approval approval,
            Duration budget,
            Duration deadManAfter,
            int rehearsals,
            WayBack wayBack,
            Duration watchStragglers,
            OnBlocker onBlocker,
            List<Group> groups) {
        public CutOver {
            groups = List.copyOf(groups);
        }
    }

    /** Databases and accounts that cut over together. */
    public record Group(
            String name,
            List<String> databases,
            List<AccountName> accounts,
            List<FlipHook> flip,
            Optional<List<FlipHook>> flipBack,
            Optional<Canary> canary) {
        public Group {
            databases = List.copyOf(databases);
            accounts = List.copyOf(accounts);
            flip = List.copyOf(flip);
            flipBack = flipBack.map(List::copyOf);
        }

        /** One of which the plan says nothing more. */
        public Group(String name, List<String> databases, List<AccountName> accounts, List<FlipHook> flip) {
            this(name, databases, accounts, flip, Optional.empty(), Optional.empty());
        }

        /** What sends the clients back: empty when that cannot be known, because what sends them over has no reverse of its own. */
        public Optional<List<FlipHook>> reverse() {
            return flipBack.or(() -> FlipHook.reversed(flip));
        }

        /** The same for the way back: what sends its clients over is what sends them back. */
        public Group turned() {
            return new Group(name, databases, accounts, reverse().orElse(List.of()), Optional.of(flip), canary);
        }

        /** Whether a database belongs to it; a group that lists none holds all that move. */
        public boolean holds(String database) {
            return databases.isEmpty() || databases.contains(database);
        }
    }

    /**
     * A command that is started at a certain moment.
     *
     * @param run program and arguments; a program with a {@code /} is relative to the plan file
     */
    public record Hook(List<String> run, Duration timeout) {
        public Hook {
            run = List.copyOf(run);
        }
    }

    /** What a run is for. */
    public enum Purpose {
        /** The writes move to the target. */
        MIGRATION,
        /** The target stays a replica of the source. */
        SYNC
    }

    /** How a connection is encrypted. */
    public enum TlsMode {
        DISABLED,
        PREFERRED,
        REQUIRED,
        VERIFY_CA,
        VERIFY_IDENTITY
    }

    /** What kind of server the target is. */
    public enum TargetKind {
        FLEXIBLE_SERVER,
        MYSQL
    }

    /** What can be found out by trying it. */
    public enum Probe {
        /** How fast dump and load are: a slice is loaded into a scratch database on the target. */
        LOAD,
        /** Whether the target reaches the source: a trial link that can apply nothing. */
        LINK
    }

    /** Whether replication from target to source must stand before the fence. */
    public enum WayBack {
        REQUIRED,
        BEST_EFFORT,
        NONE
    }
}
