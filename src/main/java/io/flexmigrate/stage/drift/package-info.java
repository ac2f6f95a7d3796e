/**
 * What changed on the source while a run goes on, and replication does not carry or nobody expected: accounts and grants since
 * they were looked at, definitions since the snapshot.
 */
@NullMarked
package io.flexmigrate.stage.drift;

import org.jspecify.annotations.NullMarked;
