/**
 * Probes: what ASSESS measures by trying it, where a plan asks for that.
 *
 * <p>They are the only part of an assessment that changes a server, and only the target: a scratch database of ours, and a
 * trial link that can apply nothing. Each is written to the journal before it is made and after it is gone, so a crash in
 * between is settled by the next command: what is left is told by its name, its mark or its binlog file, and nothing else is
 * ever removed. Nothing is locked on the source.
 */
@NullMarked
package io.flexmigrate.stage.probe;

import org.jspecify.annotations.NullMarked;
