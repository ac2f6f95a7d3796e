/**
 * A client of our own on the application's way to the servers: what a cut-over looks like from there.
 *
 * <p>It can hurt nothing: it runs beside, and what goes wrong with it is only told.
 */
@NullMarked
package io.flexmigrate.stage.canary;

import org.jspecify.annotations.NullMarked;
