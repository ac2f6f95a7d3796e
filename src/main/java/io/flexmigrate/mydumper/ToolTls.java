package io.flexmigrate.mydumper;

import io.flexmigrate.plan.Plan.Tls;
import io.flexmigrate.plan.Plan.TlsMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a build of a tool encrypts its connections, and what it cannot do.
 *
 * <p>Measured with Debian's 0.10.1 (libmariadb 3.3): without {@code --ssl} nothing is encrypted; {@code --ca} verifies the
 * certificate's chain; with {@code --ssl} and {@code --ca} a server that offers no TLS is still talked to in the clear, with
 * exit code 0, and {@code ssl-enforce} in the defaults file does not change that. Only {@code ssl-verify-server-cert} there
 * refuses such a server, and it compares the host's name too. So what our own connections demand of the server, and
 * REQUIRE SSL on the account, are what holds "required" and "verify-ca".
 *
 * <p>The tools know no "preferred": it means encrypted here. Whoever knows that a server has no usable TLS passes DISABLED.
 */
public final class ToolTls {

    private ToolTls() {}

    /** What stands in the way of these settings with this tool, in words for a person; empty when they can be met. */
    public static Optional<String> problem(ToolVersion version, Tls tls) {
        return switch (tls.mode()) {
            case DISABLED, PREFERRED -> Optional.empty();
            case REQUIRED -> version.has("--ssl") ? Optional.empty() : Optional.of(withoutTls(version));
            case VERIFY_CA, VERIFY_IDENTITY -> verification(version, tls);
        };
    }

    private static Optional<String> verification(ToolVersion version, Tls tls) {
        if (!version.has("--ssl") || !version.has("--ca")) {
            return Optional.of(withoutTls(version));
        }
        if (tls.ca().isEmpty()) {
            return Optional.of(version + " needs a file with the authorities it is to trust, to verify the server's"
                    + " certificate; fix by setting tls.ca");
        }
        return Optional.empty();
    }

    private static String withoutTls(ToolVersion version) {
        return "this build of " + version
                + " cannot encrypt its connections; fix by installing one that has --ssl, such as" + " Debian's";
    }

    /** The arguments for settings that have no {@link #problem}. */
    static List<String> arguments(ToolVersion version, Tls tls) {
        Optional<String> problem = problem(version, tls);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
        return switch (tls.mode()) {
            case DISABLED -> List.of();
            case PREFERRED, REQUIRED -> version.has("--ssl") ? List.of("--ssl") : List.of();
            case VERIFY_CA, VERIFY_IDENTITY ->
                List.of("--ssl", "--ca=" + tls.ca().map(Path::toAbsolutePath).orElseThrow());
        };
    }

    /** What these settings need in the defaults file. */
    static String clientGroup(Tls tls) {
        return tls.mode() == TlsMode.VERIFY_IDENTITY ? "ssl-verify-server-cert=1\n" : "";
    }
}
