package io.flexmigrate.testing;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.RunLabel;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ClientView;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Fingerprints;
import io.flexmigrate.model.Forecast;
import io.flexmigrate.model.GtidSet;
import io.flexmigrate.model.SchemaObject;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableRows;
import io.flexmigrate.model.TableSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One sample of every kind of fact and event, with what breaks careless writers in it. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456789Z");
    public static final BinlogCoordinates COORDINATES = new BinlogCoordinates("binlog.1000000", 5_000_000_000L);
    private static final String ODD = "quote \" back\\slash `tick` line\nfeed zero\0 é 漢 🐬 \u2028";

    /** A run of a plan with one group, begun at noon. */
    public static final RunLabel RUN = run(NOON);

    private Samples() {}

    /** A run of a plan with one group. */
    public static RunLabel run(Instant started) {
        return new RunLabel(
                "shop",
                "shop-1",
                "0.1.0",
                started,
                "db1.example.com:3306",
                "shop.mysql.database.azure.com:3306",
                false,
                List.of("shop"));
    }

    public static List<Fact> facts() {
        return List.of(
                assessed(),
                prepared(),
                dumped(),
                loaded(),
                accounts(),
                linked(),
                caughtUp(),
                verified(),
                cutOver(),
                finished());
    }

    /** All kinds of event; {@code Produced} once for each kind of fact. */
    public static List<Event> events() {
        return Stream.concat(
                        facts().stream().map(Samples::produced),
                        Stream.of(
                                new Event.Started(StageName.DUMP, NOON),
                                new Event.Confirmed(StageName.CATCH_UP, Instant.EPOCH),
                                new Event.Failed(StageName.LOAD, NOON, ODD),
                                new Event.Paused(StageName.FINISH, NOON),
                                new Event.Intended(StageName.LOAD, NOON, Step.of("create-database"), Map.of()),
                                new Event.Reached(StageName.CUT_OVER, NOON, new Step("FENCED", ODD), Map.of(ODD, ODD)),
                                new Event.AbortBegun(StageName.LINK, NOON),
                                new Event.Aborted(StageName.LINK, NOON),
                                new Event.Observed(StageName.CATCH_UP, NOON, "lag", Map.of("lag", "PT1.5S", "a", ""))))
                .toList();
    }

    private static Event produced(Fact fact) {
        return new Event.Produced(producerOf(fact), NOON, fact);
    }

    public static StageName producerOf(Fact fact) {
        return Stream.of(StageName.values())
                .filter(stage -> stage.produces() == fact.getClass())
                .findFirst()
                .orElseThrow();
    }

    /** The sample of what this stage leaves. */
    public static Fact factOf(StageName stage) {
        return facts().stream()
                .filter(fact -> fact.getClass() == stage.produces())
                .findFirst()
                .orElseThrow();
    }

    public static Fact.Assessed assessed() {
        return new Fact.Assessed(
                "5.7.22-log",
                "8.0.15-azure",
                "0.10.1",
                List.of("shop", ODD),
                List.of(new TableSize(new TableName("shop", ODD), "InnoDB", Long.MAX_VALUE, 1L << 40, 0, false)),
                List.of(
                        SampleFindings.info("FM1003", "source", "noted"),
                        SampleFindings.warning("FM1002", "shop.orders", ODD, ""),
                        SampleFindings.blocker(
                                        "FM1001", "source log_bin", "the binlog is off", "set log_bin and restart")
                                .acceptedBecause(ODD)),
                new Forecast(
                        List.of(new Forecast.StageTime(
                                "LOAD", "indexes", Duration.ofMillis(1), Duration.ofDays(2), ODD)),
                        Optional.of(new Forecast.Retention(Duration.ofDays(3), Duration.ZERO, ODD))));
    }

    public static Fact.Prepared prepared() {
        return new Fact.Prepared(Map.of("expire_logs_days", "0", "b", ODD));
    }

    public static Fact.Dumped dumped() {
        SchemaObject.Context context = new SchemaObject.Context("", "utf8mb4", "utf8mb4_0900_ai_ci", "SYSTEM");
        return new Fact.Dumped(
                "/work dir/dump",
                COORDINATES,
                new GtidSet("3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5:domain_a:7-9"),
                Duration.ofMillis(43),
                5_000_000_000L,
                List.of(new TableRows(new TableName("shop", ODD), 3_000_000_000L, 4_900_000_000L)),
                List.of(new SchemaObject(SchemaObject.Kind.VIEW, "shop", ODD, "CREATE VIEW …", context)),
                Fingerprints.of(Map.of("table shop." + ODD, "CREATE TABLE …")));
    }

    public static Fact.Loaded loaded() {
        return new Fact.Loaded(Map.of("shop.orders", Long.MAX_VALUE, ODD, 0L), List.of("view shop.v"), List.of());
    }

    public static Fact.AccountsReady accounts() {
        return new Fact.AccountsReady(List.of("shop_app@%"), Fingerprints.of(Map.of("shop_app@%", "SELECT")));
    }

    public static Fact.Linked linked() {
        return new Fact.Linked(COORDINATES, Optional.empty());
    }

    public static Fact.CaughtUp caughtUp() {
        return new Fact.CaughtUp(COORDINATES, Duration.ofNanos(1));
    }

    public static Fact.Verified verified() {
        return new Fact.Verified(List.of("shop.orders"), List.of("shop.carts"));
    }

    public static Fact.CutOver cutOver() {
        return new Fact.CutOver(List.of(new Fact.Move(
                "shop",
                List.of("shop"),
                COORDINATES,
                Duration.ofMillis(71),
                Duration.ofMillis(64),
                2,
                Optional.of(new ClientView(Duration.ofMillis(78), Duration.ofMillis(10), 1, "1 x " + ODD)))));
    }

    public static Fact.Finished finished() {
        return new Fact.Finished(List.of("shop.nightly"), List.of(ODD));
    }
}
