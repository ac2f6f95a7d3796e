package io.flexmigrate.planning;

import io.flexmigrate.model.AccountName;

/**
 * An account may write to a database.
 *
 * @param everywhere whether it may because it may write to all databases
 */
public record WriteGrant(AccountName account, String database, boolean everywhere) {}
