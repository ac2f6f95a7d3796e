/**
 * Copying the accounts of the source: what replication does not carry and what the target can hold, locked until the writes
 * move.
 */
@NullMarked
package io.flexmigrate.stage.accounts;

import org.jspecify.annotations.NullMarked;
