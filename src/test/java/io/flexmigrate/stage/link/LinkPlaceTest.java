package io.flexmigrate.stage.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.TransientJournal;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.GtidSet;
import io.flexmigrate.model.LinkStart;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.ReplicaStatus.ThreadError;
import io.flexmigrate.mysql.BootTime;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.SecretReference;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LinkPlaceTest {

    private static final BinlogCoordinates SNAPSHOT = new BinlogCoordinates("binlog.000002", 500);
    private static final BinlogCoordinates LATER = new BinlogCoordinates("binlog.000003", 4);

    private static final BootTime BOOTED = new BootTime(1_800_000_000);
    private static final BootTime BOOTED_AGAIN = new BootTime(1_800_000_003);

    private final StageLog log = new StageLog(StageName.LINK, new TransientJournal(), () -> Instant.EPOCH);

    @Test
    void beginsAtTheSnapshotWhereThereIsNoLink() {
        assertThat(place().toBeMade(Optional.empty())).contains(at(SNAPSHOT));
        assertThat(place().toBeMade(link("", 0, Optional.empty()))).contains(at(SNAPSHOT));
    }

    @Test
    void goesOnWhereItMeantToBeginWhenItDiedBeforePointing() {
        log.intend(LinkPlace.LINK, LinkPlace.details(at(LATER), BOOTED));

        assertThat(place().toBeMade(Optional.empty())).contains(at(LATER));
    }

    @Test
    void leavesAlonALinkOfOursThatStandsWhereItShould() {
        log.intend(LinkPlace.LINK, LinkPlace.details(at(SNAPSHOT), BOOTED));

        assertThat(place().toBeMade(link("db1", 3306, Optional.of(SNAPSHOT)))).isEmpty();
        log.intend(LinkPlace.START, Map.of());
        assertThat(place().toBeMade(link("DB1", 3306, Optional.of(LATER)))).isEmpty();
    }

    @Test
    void refusesALinkThatStandsBeforeTheData() {
        log.intend(LinkPlace.LINK, LinkPlace.details(at(SNAPSHOT), BOOTED));

        refuses(
                link("db1", 3306, Optional.of(new BinlogCoordinates("binlog.000002", 499))),
                "stands at binlog.000002:499, but its data need all from binlog.000002:500 on");
    }

    @Test
    void refusesALinkThatSomebodyMovedAheadBeforeItWasStarted() {
        log.intend(LinkPlace.LINK, LinkPlace.details(at(SNAPSHOT), BOOTED));

        refuses(
                link("db1", 3306, Optional.of(LATER)),
                "stands at binlog.000003:4, but its data need all from binlog.000002:500 on");
        log.intend(LinkPlace.START, Map.of());
        log.intend(LinkPlace.LINK, LinkPlace.details(at(LATER), BOOTED));
        refuses(link("db1", 3306, Optional.of(SNAPSHOT)), "need all from binlog.000003:4 on");
    }

    @Test
    void refusesALinkToAnotherSource() {
        log.intend(LinkPlace.LINK, LinkPlace.details(at(SNAPSHOT), BOOTED));

        refuses(link("db2", 3306, Optional.of(SNAPSHOT)), "linked to db2:3306, not to db1:3306");
        refuses(link("db1", 3307, Optional.of(SNAPSHOT)), "linked to db1:3307, not to db1:3306");
    }

    @Test
    void refusesALinkThatItDidNotMake() {
        refuses(link("db1", 3306, Optional.of(LATER)), "but not by this run");
    }

    @Test
    void refusesToGuessHowFarALinkThatIsGoneHadCome() {
        log.intend(LinkPlace.LINK, LinkPlace.details(at(SNAPSHOT), BOOTED));
        log.intend(LinkPlace.START, Map.of());

        refuses(Optional.empty(), "is gone, so it is not known how far the target's data go");
    }

    @Test
    void needsNoPlaceWithGtids() {
        LinkStart after = new LinkStart.AfterTransactions(new GtidSet("3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5"));
        log.intend(LinkPlace.LINK, LinkPlace.details(after, BOOTED));
        log.intend(LinkPlace.START, Map.of());

        assertThat(place(after).toBeMade(Optional.empty())).contains(after);
        assertThat(place(after).toBeMade(link("db1", 3306, Optional.empty()))).isEmpty();
    }

    @Test
    void leavesAlonALinkThatTheTargetStartedItselfWhenItCameUpAgain() {
        log.intend(LinkPlace.LINK, LinkPlace.details(at(SNAPSHOT), BOOTED));
        LinkPlace restarted = place(at(SNAPSHOT), BOOTED_AGAIN);

        assertThat(restarted.toBeMade(link("db1", 3306, Optional.of(LATER)))).isEmpty();
        refuses(
                restarted,
                link("db1", 3306, Optional.of(new BinlogCoordinates("binlog.000002", 499))),
                "its data need all from binlog.000002:500 on");
        assertThat(restarted.toBeMade(Optional.empty()))
                .as("it went down before the link was made")
                .contains(at(SNAPSHOT));
        log.reach(LinkPlace.LINK, Map.of());
        refuses(restarted, Optional.empty(), "is gone, so it is not known how far the target's data go");
    }

    private void refuses(Optional<ReplicaStatus> status, String words) {
        refuses(place(), status, words);
    }

    private static void refuses(LinkPlace place, Optional<ReplicaStatus> status, String words) {
        assertThatThrownBy(() -> place.toBeMade(status))
                .isInstanceOf(StageFailedException.class)
                .hasMessageContaining(words);
    }

    private LinkPlace place() {
        return place(at(SNAPSHOT));
    }

    private LinkPlace place(LinkStart start) {
        return place(start, BOOTED);
    }

    private LinkPlace place(LinkStart start, BootTime booted) {
        return new LinkPlace(
                log,
                new Plan.Replication(
                        "db1", 3306, "repl", new SecretReference.Environment("X"), Optional.empty(), false),
                start,
                booted,
                "STOP SLAVE;");
    }

    private static LinkStart at(BinlogCoordinates coordinates) {
        return new LinkStart.AtPosition(coordinates);
    }

    private static Optional<ReplicaStatus> link(String host, int port, Optional<BinlogCoordinates> applied) {
        return Optional.of(new ReplicaStatus(
                host, port, "No", "No", applied, OptionalLong.empty(), ThreadError.NONE, ThreadError.NONE));
    }
}
