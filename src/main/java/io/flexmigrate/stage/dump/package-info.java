/**
 * The stage DUMP: one instant of the source on disk, taken under a lock that never lasts longer than the plan allows.
 *
 * <p>We hold the global read lock ourselves from before mydumper starts until its snapshots stand, so its coordinates are ours
 * (design: the shared lock). What the tool would spoil is read by ourselves out of the same instant.
 *
 * <p>A dump is worthless when a definition changed while it was taken, because the change stands after the coordinates in the
 * binlog. It is prevented where the server can (LOCK INSTANCE FOR BACKUP) and noticed everywhere: definitions before and after,
 * the server's counters of such statements, and, when one of them moved, the binlog since the coordinates.
 */
@NullMarked
package io.flexmigrate.stage.dump;

import org.jspecify.annotations.NullMarked;
