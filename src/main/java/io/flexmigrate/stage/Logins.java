package io.flexmigrate.stage;

import io.flexmigrate.model.Secret;
import io.flexmigrate.plan.SecretReference;
import java.util.Map;
import java.util.Optional;

/**
 * The passwords of a run, resolved.
 *
 * @param all every secret of the plan by what refers to it
 */
public record Logins(Secret source, Secret target, Secret replication, Map<SecretReference, Secret> all) {

    public Logins {
        all = Map.copyOf(all);
    }

    /** Of a plan without others. */
    public Logins(Secret source, Secret target, Secret replication) {
        this(source, target, replication, Map.of());
    }

    /** The secret that this refers to, which stands in the plan. */
    public Secret of(SecretReference reference) {
        return Optional.ofNullable(all.get(reference))
                .orElseThrow(() -> new IllegalStateException("a secret was not resolved"));
    }
}
