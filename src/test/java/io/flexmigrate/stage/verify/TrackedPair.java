package io.flexmigrate.stage.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.ChunkLedger;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Journal;
import io.flexmigrate.engine.ProvenChunks;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LinkedPair;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.Secret;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.mysql.binlog.BinlogFollower;
import io.flexmigrate.stage.Link;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A pair with all that a comparison needs. */
final class TrackedPair {

    private static final Duration LONG = Duration.ofSeconds(90);

    final LinkedPair pair;
    final Link link;
    final List<Event> written = new ArrayList<>();
    final StageLog log;
    private final List<ChunkProof> proofs = new ArrayList<>();
    private final ChunkLedger ledger = new Memory(proofs);
    private final BinlogCoordinates targetStart;

    TrackedPair(LinkedPair pair) {
        this.pair = pair;
        this.link = new Look(pair);
        this.log = LinkedPair.log(new Journal() {
            @Override
            public void append(Event event) {
                written.add(event);
            }

            @Override
            public void note(Event event) {
                append(event);
            }

            @Override
            public List<Event> events() {
                return List.copyOf(written);
            }
        });
        still();
        this.targetStart = pair.target()
                .root()
                .with(session -> targetBinlog(session).coordinates().orElseThrow());
    }

    private List<TableName> tables() {
        return pair.source().root().with(session -> new Databases(session).tableNames(List.of("shop")));
    }

    private ChunkedComparison chunks(ChunkLedger proven) {
        return new ChunkedComparison(
                pair.source().root(), pair.target().root(), () -> TargetWait.on(new Look(pair)), proven, 100);
    }

    void prove() throws InterruptedException {
        assertThat(compared()).allMatch(verdict -> verdict.kind() == Verdict.Kind.EQUAL);
    }

    /** What VERIFY says of all tables. */
    List<Verdict> compared() throws InterruptedException {
        return chunks(ledger).compare(tables(), 2);
    }

    StillComparison comparison() {
        return comparison("migrate");
    }

    /** @param user who reads the source's binlog */
    StillComparison comparison(String user) {
        MySqlServer source = pair.source().root();
        MySqlServer target = pair.target().root();
        TableLooks looks = TableLooks.open(source, target);
        BinlogFollower.Opener binlog =
                BinlogFollower.following(pair.source().settings("source", user, new Secret("lab-Repl-1")));
        ForeignTracking.Kit foreign = new ForeignTracking.Kit(
                source,
                target,
                BinlogFollower.following(pair.target().settings("target", "root", Lab.ROOT_PASSWORD)),
                this::targetBinlog,
                "shop"::equals);
        ChangeTracking tracking = ChangeTracking.open(
                source, binlog, "shop"::equals, tables(), looks, link.sourceCoordinates(), ProvenChunks.of(ledger));
        return new TrackedComparison(
                chunks(ledger.anew()),
                tracking,
                ForeignTracking.open(foreign, Optional.of(targetStart), tracking::mark),
                looks,
                DirtyComparison.open(looks, 2, source, target),
                2);
    }

    private Binlog targetBinlog(Session session) {
        return new Binlog(session, new Dialect(pair.target().version().number()));
    }

    /** Where the source stands, when the target has applied it. */
    BinlogCoordinates still() {
        BinlogCoordinates position = link.sourceCoordinates();
        assertThat(link.awaitApplied(position, LONG)).isTrue();
        return position;
    }

    private record Memory(List<ChunkProof> written) implements ChunkLedger {

        @Override
        public Optional<String> tell(Consumer<ChunkProof> listener) {
            List.copyOf(written).forEach(listener);
            return Optional.empty();
        }

        @Override
        public synchronized void append(ChunkProof proof) {
            written.add(proof);
        }

        @Override
        public void close() {
            // because nothing is open
        }
    }

    /** The link of a pair, which nobody's run made. */
    private record Look(LinkedPair pair) implements Link {

        @Override
        public BinlogCoordinates sourceCoordinates() {
            return pair.source()
                    .root()
                    .with(session -> new Binlog(
                                    session, new Dialect(pair.source().version().number()))
                            .coordinates()
                            .orElseThrow());
        }

        @Override
        public Optional<ReplicaStatus> status() {
            return Optional.empty();
        }

        @Override
        public Optional<BinlogCoordinates> applied() {
            return Optional.empty();
        }

        @Override
        public boolean awaitApplied(BinlogCoordinates coordinates, Duration timeout) {
            try (Session session = pair.target().root().open()) {
                return new Replica(session, new Dialect(pair.target().version().number()))
                        .awaitApplied(coordinates, timeout);
            }
        }

        @Override
        public void requireHealthy() {
            pair.target().root().query(Sql.of("looking", "SELECT 1 AS one"));
        }

        @Override
        public void close() {
            // because nothing was opened
        }
    }
}
