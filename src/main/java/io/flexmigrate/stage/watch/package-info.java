/**
 * Looking after a link that stays: whether it works, how far the target is behind, and what replication does not bring.
 *
 * <p>A look changes nothing on either server and needs no lock on the run, so that it can stand beside everything else.
 */
@NullMarked
package io.flexmigrate.stage.watch;

import org.jspecify.annotations.NullMarked;
