package io.flexmigrate.plan;

import io.flexmigrate.plan.Plan.Endpoint;
import io.flexmigrate.plan.Plan.Replication;
import io.flexmigrate.plan.Plan.Source;
import io.flexmigrate.plan.Plan.Target;
import io.flexmigrate.plan.Plan.TargetKind;
import io.flexmigrate.plan.Plan.Tls;
import io.flexmigrate.plan.Plan.TlsMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads how to reach the two servers.
 *
 * <p>Where a plan says nothing of TLS: a flexible server is reached only encrypted, because it demands that itself
 * ({@code require_secure_transport}); any other server is asked for it and may decline. A plan that names a CA wants it
 * checked, so the mode is then at least {@code verify-ca}, and {@code verify-identity} for a flexible server, where the CA
 * alone proves little because it signs for every server in the cloud.
 */
record ServerReader(PlanDirectory directory, SecretReader secrets) {

    private static final Scalar<Integer> PORT = Scalar.wholeNumber(1, 65535);
    private static final int DEFAULT_PORT = 3306;
    private static final Set<TlsMode> CHECKING = EnumSet.of(TlsMode.VERIFY_CA, TlsMode.VERIFY_IDENTITY);

    Source source(Section section) {
        return new Source(
                endpoint(section, TargetKind.MYSQL),
                section.requiredSection("replication", this::replication),
                section.optional("binlog_retention", Scalar.duration("1m", "99d"), Duration.ofDays(2)));
    }

    Target target(Section section) {
        TargetKind kind = section.required("kind", Scalar.word(TargetKind.class));
        Endpoint endpoint = endpoint(section, kind);
        return new Target(kind, endpoint, section.section("replication", way -> wayIn(way, endpoint)));
    }

    private static WayIn wayIn(Section section, Endpoint endpoint) {
        return new WayIn(
                section.optional("host", Names.host()).orElse(endpoint.host()),
                section.optional("port", PORT).orElse(endpoint.port()),
                section.optional("user", Names.user(), WayIn.USER),
                section.optional("ca", Scalar.text()));
    }

    Endpoint endpoint(Section section, TargetKind kind) {
        return new Endpoint(
                section.required("host", Names.host()),
                section.optional("port", PORT, DEFAULT_PORT),
                section.required("user", Names.user()),
                section.required("password", secrets),
                section.section("tls", tls -> tls(tls, kind)));
    }

    private Replication replication(Section section) {
        boolean create = section.optional("create", Scalar.yesOrNo(), false);
        return new Replication(
                section.required("host", Names.host()),
                section.optional("port", PORT, DEFAULT_PORT),
                section.required("user", Names.user()),
                section.requiredUnless(create, "create", "password", secrets).orElseGet(SecretReference.MadeUp::new),
                section.optional("ca", directory.file()),
                create);
    }

    private Tls tls(Section section, TargetKind kind) {
        Optional<TlsMode> mode = section.optional("mode", Scalar.word(TlsMode.class));
        Optional<Path> ca = section.optional("ca", directory.file());
        if (ca.isPresent() && mode.isPresent() && !CHECKING.contains(mode.get())) {
            section.problem("ca", "is checked only with mode verify-ca or verify-identity");
        }
        return new Tls(mode.orElse(unsaid(kind, ca.isPresent())), ca);
    }

    private static TlsMode unsaid(TargetKind kind, boolean hasCa) {
        return switch (kind) {
            case FLEXIBLE_SERVER -> hasCa ? TlsMode.VERIFY_IDENTITY : TlsMode.REQUIRED;
            case MYSQL -> hasCa ? TlsMode.VERIFY_CA : TlsMode.PREFERRED;
        };
    }
}
