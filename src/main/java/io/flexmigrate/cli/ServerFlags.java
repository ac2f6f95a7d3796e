package io.flexmigrate.cli;

import io.flexmigrate.plan.Plan.Endpoint;
import io.flexmigrate.plan.Plan.Tls;
import io.flexmigrate.plan.Plan.TlsMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A server as the command line says it.
 *
 * @param side what its options begin with, such as {@code --source}
 */
record ServerFlags(
        String side,
        Optional<String> host,
        int port,
        Optional<String> user,
        PasswordFlags password,
        Optional<TlsMode> mode,
        Optional<Path> ca) {

    /** What is wrong with it. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (host.isEmpty()) {
            problems.add("missing: " + side + "-host");
        }
        if (user.isEmpty()) {
            problems.add("missing: " + side + "-user");
        }
        problems.addAll(password.problems());
        return problems;
    }

    /** How a plan says it, with its paths rewritten. */
    Endpoint endpoint(TlsMode chosen, UnaryOperator<Path> path) {
        return new Endpoint(
                host.orElse(""), port, user.orElse(""), password.reference(path), new Tls(chosen, ca.map(path)));
    }

    /**
     * The modes to try, one after the other, until one fits: the one that was asked for, or else the best that both sides
     * can. A flexible server is never sent anything unencrypted.
     */
    List<TlsMode> modes() {
        if (mode.isPresent()) {
            return List.of(mode.get());
        }
        boolean azure = host.orElse("").toLowerCase(Locale.ROOT).endsWith(".mysql.database.azure.com");
        if (ca.isPresent()) {
            return List.of(azure ? TlsMode.VERIFY_IDENTITY : TlsMode.VERIFY_CA);
        }
        return azure ? List.of(TlsMode.REQUIRED) : List.of(TlsMode.PREFERRED, TlsMode.DISABLED);
    }

    /** The mode to write into a plan, after a connection that was encrypted or not. */
    TlsMode mode(boolean encrypted) {
        List<TlsMode> modes = modes();
        if (modes.size() == 1) {
            return modes.get(0);
        }
        return encrypted ? TlsMode.REQUIRED : TlsMode.DISABLED;
    }
}
