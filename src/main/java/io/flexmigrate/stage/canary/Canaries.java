package io.flexmigrate.stage.canary;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.Action;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.ConnectionSettings;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.plan.Canary;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.SecretReference;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The canaries of a plan's groups. */
public interface Canaries {

    /** One that is about to fly for this group; it does nothing where the plan names none. */
    ClientWatch of(Plan.Group group, StageLog log);

    /**
     * Why that of this group would not work now, with what to do; empty when it would, or there is none.
     *
     * @param closed the server that has the writes
     */
    Optional<String> objection(Plan.Group group, MySqlServer closed);

    /** Those that act. */
    static Canaries live(Function<SecretReference, Secret> secrets) {
        return new Canaries() {
            @Override
            public ClientWatch of(Plan.Group group, StageLog log) {
                return group.canary()
                        .map(canary -> ClientWatch.flying(
                                server(canary, secrets), Request.of(canary, group), canary.interval(), log))
                        .orElseGet(ClientWatch::none);
            }

            @Override
            public Optional<String> objection(Plan.Group group, MySqlServer closed) {
                return group.canary()
                        .flatMap(canary -> tried(server(canary, secrets), Request.of(canary, group), closed));
            }
        };
    }

    private static MySqlServer server(Canary canary, Function<SecretReference, Secret> secrets) {
        Plan.Endpoint endpoint = canary.endpoint();
        return MySqlServer.connecting(new ConnectionSettings(
                "canary's endpoint",
                endpoint.host(),
                endpoint.port(),
                endpoint.user(),
                secrets.apply(endpoint.password()),
                endpoint.tls().mode().name(),
                endpoint.tls().ca()));
    }

    private static Optional<String> tried(MySqlServer endpoint, Request request, MySqlServer closed) {
        if (request.canary().mode() == Canary.Mode.WRITE && request.database().isEmpty()) {
            return Optional.of("the group lists no databases, so canary.database must say where its table is");
        }
        try {
            if (!uuid(endpoint).equals(uuid(closed))) {
                return Optional.of(
                        "its endpoint leads to another server than the " + closed.role() + ", which has the writes");
            }
            endpoint.execute(request.harmless());
            return Optional.empty();
        } catch (MySqlException refused) {
            return Optional.of(refused.getMessage()
                    + (request.canary().mode() == Canary.Mode.WRITE
                            ? "\nIts table is made by hand, on the server that has the writes: " + request.creation()
                            : ""));
        }
    }

    private static String uuid(MySqlServer server) {
        Sql sql = Sql.of("asking which server it is", "SELECT @@server_uuid AS uuid");
        return server.with(session -> session.first(sql))
                .map(row -> row.text("uuid"))
                .orElse("");
    }

    /** Those of a dry run: each is looked at, and said. */
    static Canaries described(Canaries live, Consumer<Action> sink) {
        return new Canaries() {
            @Override
            public ClientWatch of(Plan.Group group, StageLog log) {
                group.canary().ifPresent(canary -> {
                    String place =
                            canary.endpoint().host() + ":" + canary.endpoint().port();
                    sink.accept(new Action(
                            Action.Kind.NOTE,
                            Action.HERE,
                            "watch the cut-over of group " + group.name() + " as a client at " + place));
                });
                return ClientWatch.none();
            }

            @Override
            public Optional<String> objection(Plan.Group group, MySqlServer closed) {
                return live.objection(group, closed);
            }
        };
    }
}
