package io.flexmigrate.stage;

import io.flexmigrate.model.Secret;

/** The passwords of a run, resolved. */
public record Logins(Secret source, Secret target, Secret replication) {}
