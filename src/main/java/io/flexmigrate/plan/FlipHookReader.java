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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what sends the clients of a group to the target. */
record FlipHookReader(PlanDirectory directory, SecretReader secrets) {

    private static final List<String> KINDS = List.of("run", "sql", "haproxy", "webhook");
    private static final URI NOWHERE = URI.create("http://localhost/");
    private static final Scalar<URI> URL =
            new Scalar<>("must be an http or https address", NOWHERE, FlipHookReader::url, false);
    private static final Scalar<String> WORD = new Scalar<>(
            "must be a name of letters, digits and . _ - :",
            "",
            text -> Optional.of(text).filter(name -> name.matches("[A-Za-z0-9._:-]+")),
            false);
    private static final Scalar<String> API = new Scalar<>(
            "must be HOST:PORT or the absolute path of a socket",
            "",
            text -> Optional.of(text).filter(api -> api.matches("/.+|[^/\\s]+:[0-9]{1,5}")),
            false);

    FlipHook read(Section section) {
        List<String> kinds = KINDS.stream()
                .filter(kind -> section.optional(kind).isPresent())
                .toList();
        if (kinds.size() > 1) {
            section.values()
                    .notebook()
                    .problem(section.path("run"), "only one of run, sql, haproxy and webhook has its place here");
        }
        return switch (kinds.isEmpty() ? "run" : kinds.get(0)) {
            case "sql" -> section.section("sql", sql -> statements(sql, timeout(section)));
            case "haproxy" -> section.section("haproxy", haproxy -> haproxy(haproxy, timeout(section)));
            case "webhook" -> section.section("webhook", webhook -> webhook(webhook, timeout(section)));
            default -> new Program(new HookReader(directory).read(section));
        };
    }

    private static Duration timeout(Section section) {
        return section.optional("timeout", Scalar.duration("100ms", "1h"), Duration.ofSeconds(30));
    }

    private Statements statements(Section section, Duration timeout) {
        Endpoint endpoint = new ServerReader(directory, secrets).endpoint(section, Plan.TargetKind.MYSQL);
        List<String> statements = section.list("statements", Scalar.text());
        if (statements.isEmpty()) {
            section.values().notebook().problem(section.path("statements"), "is required");
        }
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
        return new Webhook(section.required("url", URL), section.section("headers", this::headers), timeout);
    }

    private Map<String, SecretReference> headers(Section section) {
        Map<String, SecretReference> headers = new TreeMap<>();
        section.names().forEach(name -> headers.put(name, secrets.read(section, name)));
        return headers;
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
