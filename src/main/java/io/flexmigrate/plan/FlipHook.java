package io.flexmigrate.plan;

import io.flexmigrate.plan.Plan.Endpoint;
import io.flexmigrate.plan.Plan.Hook;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Something that sends clients to the target; it may be done twice. */
public sealed interface FlipHook {

    /** How long it may take. */
    Duration timeout();

    /** What undoes it; empty when it does not tell by itself what that would be. */
    default Optional<FlipHook> reversed() {
        return Optional.empty();
    }

    /** What undoes all of these, the last one first; empty when that is not known of one of them. */
    static Optional<List<FlipHook>> reversed(List<FlipHook> hooks) {
        List<FlipHook> reversed = new ArrayList<>();
        for (FlipHook hook : hooks) {
            hook.reversed().ifPresent(back -> reversed.add(0, back));
        }
        return reversed.size() == hooks.size() ? Optional.of(reversed) : Optional.empty();
    }

    /** A command. */
    record Program(Hook hook) implements FlipHook {

        @Override
        public Duration timeout() {
            return hook.timeout();
        }
    }

    /**
     * Statements for whatever speaks MySQL's protocol, such as the admin port of a ProxySQL.
     *
     * @param statements may name {@code ${group}}, {@code ${source.host}}, {@code ${source.port}}, {@code ${target.host}} and
     *     {@code ${target.port}}
     */
    record Statements(Endpoint endpoint, List<String> statements, Duration timeout) implements FlipHook {
        public Statements {
            statements = List.copyOf(statements);
        }
    }

    /**
     * Orders for the runtime API of an HAProxy.
     *
     * @param api {@code HOST:PORT}, or the path of its socket
     * @param source the server of the backend that clients leave
     * @param target the one they go to
     */
    record Haproxy(String api, String backend, String source, String target, Duration timeout) implements FlipHook {

        @Override
        public Optional<FlipHook> reversed() {
            return Optional.of(new Haproxy(api, backend, target, source, timeout));
        }
    }

    /**
     * A POST of the facts as JSON.
     *
     * @param headers by their names
     */
    record Webhook(URI url, Map<String, SecretReference> headers, Duration timeout) implements FlipHook {
        public Webhook {
            headers = Map.copyOf(new TreeMap<>(headers));
        }
    }
}
