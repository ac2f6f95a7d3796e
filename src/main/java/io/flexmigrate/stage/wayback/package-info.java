/**
 * The way back: replication from target to source, made and proven before the writes move, so that what clients write on the
 * target from then on is on the source too.
 */
@NullMarked
package io.flexmigrate.stage.wayback;

import org.jspecify.annotations.NullMarked;
