package io.flexmigrate.model;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a stage leaves for later ones: each kind has one producer, and what is written in it is history. */
public sealed interface Fact {

    /**
     * The source as ASSESS saw it, with all findings.
     *
     * @param databases the databases that move
     * @param tables their base tables
     * @param forecast how long the run is expected to take: its report shows this beside what it took
     */
    record Assessed(
            String sourceVersion,
            String targetVersion,
            String mydumperVersion,
            List<String> databases,
            List<TableSize> tables,
            List<Finding> findings,
            Forecast forecast)
            implements Fact {
        public Assessed {
            databases = List.copyOf(databases);
            tables = List.copyOf(tables);
            findings = List.copyOf(findings);
        }

        /** The same with the servers the other way round, as a group sees them that goes back. */
        public Assessed mirrored() {
            String wasTarget = targetVersion;
            String wasSource = sourceVersion;
            return new Assessed(wasTarget, wasSource, mydumperVersion, databases, tables, findings, forecast);
        }
    }

    /** Settings of the source that PREPARE changed, with the values they had: FINISH puts them back. */
    record Prepared(Map<String, String> previousSettings) implements Fact {
        public Prepared {
            previousSettings = Map.copyOf(previousSettings);
        }
    }

    /**
     * A consistent snapshot on disk.
     *
     * @param directory where mydumper wrote it
     * @param coordinates the source's coordinates at the snapshot
     * @param gtidSet the transactions in the snapshot; empty when GTIDs are off
     * @param locked how long the source was locked
     * @param bytes size of all files of the dump
     * @param tables every base table in it, with its rows
     * @param objects views, routines, triggers and events at the snapshot
     * @param definitions all tables, views, routines, triggers and events at the snapshot
     */
    record Dumped(
            String directory,
            BinlogCoordinates coordinates,
            GtidSet gtidSet,
            Duration locked,
            long bytes,
            List<TableRows> tables,
            List<SchemaObject> objects,
            Fingerprints definitions)
            implements Fact {
        public Dumped {
            tables = List.copyOf(tables);
            objects = List.copyOf(objects);
        }
    }

    /**
     * Data and objects on the target.
     *
     * @param rows rows counted on the target, by table
     * @param objects objects made beside the tables
     * @param rewrittenDefiners objects that another account defines than on the source, and which
     */
    record Loaded(Map<String, Long> rows, List<String> objects, List<String> rewrittenDefiners) implements Fact {
        public Loaded {
            rows = Map.copyOf(rows);
            objects = List.copyOf(objects);
            rewrittenDefiners = List.copyOf(rewrittenDefiners);
        }
    }

    /**
     * Accounts of the groups that exist on the target.
     *
     * @param onSource all accounts of the source at that time, which replication does not carry
     */
    record AccountsReady(List<String> accounts, Fingerprints onSource) implements Fact {
        public AccountsReady {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * Replication from these coordinates runs on the target.
     *
     * @param filterBefore the target's replication filter before this run set one; empty when it set none
     */
    record Linked(BinlogCoordinates start, Optional<String> filterBefore) implements Fact {}

    /** The target had applied these coordinates, within this lag, stable. */
    record CaughtUp(BinlogCoordinates coordinates, Duration lag) implements Fact {}

    /**
     * What the comparison of every table gave.
     *
     * @param equal tables found equal at a known position
     * @param moving tables that changed on every look and are to be proven inside the fence
     */
    record Verified(List<String> equal, List<String> moving) implements Fact {
        public Verified {
            equal = List.copyOf(equal);
            moving = List.copyOf(moving);
        }
    }

    /**
     * Writes go to the target.
     *
     * @param moves of the groups that moved, in the order in which they did
     */
    record CutOver(List<Move> moves) implements Fact {
        public CutOver {
            moves = List.copyOf(moves);
        }

        /** The one with the longest pause. */
        public Optional<Move> longest() {
            return moves.stream().max(Comparator.comparing(Move::pause));
        }

        /** The source's coordinates at the last fence. */
        public Optional<BinlogCoordinates> lastFence() {
            return moves.stream().map(Move::fence).max(Comparator.naturalOrder());
        }
    }

    /**
     * The cut-over of one group.
     *
     * @param databases that moved
     * @param fence the source's coordinates at the fence; nothing of the group was written after them
     * @param predicted the pause the rehearsal gave
     * @param pause how long the source took no writes before the target did
     * @param tablesEqual tables compared equal inside the fence
     * @param seen how a client saw it; empty without a canary
     */
    record Move(
            String group,
            List<String> databases,
            BinlogCoordinates fence,
            Duration predicted,
            Duration pause,
            int tablesEqual,
            Optional<ClientView> seen) {
        public Move {
            databases = List.copyOf(databases);
        }
    }

    /** The link is gone and the target stands alone. */
    record Finished(List<String> enabledEvents, List<String> notes) implements Fact {
        public Finished {
            enabledEvents = List.copyOf(enabledEvents);
            notes = List.copyOf(notes);
        }
    }
}
