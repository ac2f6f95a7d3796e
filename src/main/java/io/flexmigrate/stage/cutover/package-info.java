/**
 * The cut-over: writes move from source to target inside a budgeted pause (design of the protocol: four rules).
 *
 * <ol>
 *   <li>The fence position is read after the fence holds.
 *   <li>The target takes writes only after it has applied that position.
 *   <li>Before OPENING nothing on the source outlives our one session that holds the global read lock: our death undoes
 *       everything by itself, within the dead-man's time.
 *   <li>From OPEN on there is only forward.
 * </ol>
 *
 * <p>What closes the source for good outlives us: {@code super_read_only}, set in OPENING while the lock still holds so that no
 * waiting writer slips through when the lock goes; or, for one group, locked accounts and read-only schemas, which a guard on the
 * source opens again until it is taken away. That one statement, {@code SET GLOBAL super_read_only} or the guard's end, is the
 * point of no return: it comes when the target has applied and proven everything. Whoever dies before it leaves a source that
 * opens by itself. Whoever dies between it and OPEN in the journal is taken forward by {@code resume}, which asks the source
 * whether it is closed and has written nothing since; {@code cutover --abort} may still take it back, because without OPEN no
 * client was sent to the target.
 *
 * <p>Where other groups write on, the source moves while one is closed. The design wanted a second wait for the target then.
 * There is none: the group's tables are locked from the fence's position on until its sessions are ended, and what its databases
 * got since is looked for in the binlog; when that finds nothing, there is nothing to wait for. With an applier of several threads
 * the wait took 50 to 130 ms.
 *
 * <p>Clients that are kept out come back at once and log in again and again, so from then on everything is slow: as little as can
 * be lies behind it, and only OPEN waits for the disk ({@link io.flexmigrate.engine.Journal#note}). What no client waits for, such
 * as events and guards of the server that is opened, comes when they are served again.
 *
 * <p>For the same reason what must follow each other is put into one request where it can be
 * ({@link io.flexmigrate.mysql.Session#answers}): the accounts' locks and the first look for their sessions; the ends of all sessions,
 * a look whether they are gone, and where the binlog stands; the guard's end and the server's clock. And against the order of the
 * design, which wanted the accounts unlocked before any hook, proxies that stand before all other hooks are turned while the
 * accounts are being unlocked ({@link io.flexmigrate.stage.cutover.FlipHooks}): other hooks may look whether clients get in, and
 * come behind both. Both together, 8.0.15, ACCOUNTS, side by side, eight each, clients' longest gap in the median: back 74 ms
 * (47 to 107) where it was 93 (69 to 148); over 79 (62 to 125) where it was 82 (52 to 129), which is none that can be shown.
 *
 * <p>A JVM that has not done something before takes several times as long for it, and much of the pause was that. So right before
 * the lock everything in it that changes nothing is done over and over
 * ({@link io.flexmigrate.stage.cutover.Practice}): clients' longest gap of a group on 8.0.15, the median of six each within an
 * hour, with the servers' general logs on: 95 ms without, 70 with it.
 *
 * <p>A group goes over and back by the same steps: a {@link io.flexmigrate.stage.cutover.Route} says which server is closed and
 * which is opened, a {@link io.flexmigrate.stage.cutover.Passage} walks it, and each
 * {@link io.flexmigrate.engine.Crossing} has a part of the journal of its own.
 */
@NullMarked
package io.flexmigrate.stage.cutover;

import org.jspecify.annotations.NullMarked;
