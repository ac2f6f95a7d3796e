package io.flexmigrate.mysql;

import io.flexmigrate.model.Secret;

/**
 * The source as the target's replication reaches it.
 *
 * @param certificates PEM text of the authorities to trust; empty for a link without TLS
 */
public record Upstream(String host, int port, String user, Secret password, String certificates) {}
