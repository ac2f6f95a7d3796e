package io.flexmigrate.plan;

import io.flexmigrate.plan.FlipHook.Haproxy;
import io.flexmigrate.plan.FlipHook.Program;
import io.flexmigrate.plan.FlipHook.Statements;
import io.flexmigrate.plan.FlipHook.Webhook;
import io.flexmigrate.plan.Plan.Endpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what sends the clients of a group to the target. */
record FlipHookReader(PlanDirectory directory, SecretReader secrets) {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<String> KINDS = List.of("run", "sql", "haproxy", "webhook");
    private static final List<String> TELLING = List.of("run", "webhook");
    private static final URI NOWHERE = URI.create("http://localhost/");
    private static final Scalar<URI> URL =
            Scalar.of("must be an http or https address", NOWHERE, FlipHookReader::url, Shape.matching("https?://.+"));
    private static final Scalar<String> WORD =
            Scalar.matching("[A-Za-z0-9._:-]+", "must be a name of letters, digits and . _ - :");
    private static final Scalar<String> API =
            Scalar.matching("/.+|[^/\\s]+:[0-9]{1,5}", "must be HOST:PORT or the absolute path of a socket");

    FlipHook read(Section section) {
        return section.oneOf(KINDS, kind -> read(section, kind, PATIENCE));
    }

    /** Only what tells somebody something: commands and webhooks. */
    FlipHook readTelling(Section section, Duration patience) {
        return section.oneOf(TELLING, kind -> read(section, kind, patience));
    }

    private FlipHook read(Section section, String kind, Duration patience) {
        return switch (kind) {
            case "sql" -> section.section(kind, sql -> statements(sql, timeout(section, patience)));
            case "haproxy" -> section.section(kind, haproxy -> haproxy(haproxy, timeout(section, patience)));
            case "webhook" -> section.section(kind, webhook -> webhook(webhook, timeout(section, patience)));
            default -> new Program(new HookReader(directory, patience).read(section));
        };
    }

    private static Duration timeout(Section section, Duration patience) {
        return section.optional("timeout", Scalar.duration("100ms", "1h"), patience);
    }

    private Statements statements(Section section, Duration timeout) {
        Endpoint endpoint = new ServerReader(directory, secrets).endpoint(section, Plan.TargetKind.MYSQL);
        List<String> statements = section.required("statements", new ListKind<>(Scalar.text()));
        return new Statements(endpoint, statements, timeout);
    }

    private static Haproxy haproxy(Section section, Duration timeout) {
        return new Haproxy(
                section.required("api", API),
                section.required("backend", WORD),
                section.required("source", WORD),
                section.required("target", WORD),
                timeout);
    }

    private Webhook webhook(Section section, Duration timeout) {
        return new Webhook(
                section.required("url", URL), section.section("headers", headers -> headers.values(secrets)), timeout);
    }

    private static Optional<URI> url(String text) {
        try {
            URI url = new URI(text);
            boolean usable = url.getHost() != null && List.of("http", "https").contains(url.getScheme());
            return usable ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException failure) {
            return Optional.empty();
        }
    }
}
