/**
 * What keeps the clients of a group from writing on the source: at first while a lock of one session is held, which goes when we
 * die, and then for good.
 *
 * <p>There are three kinds ({@link io.flexmigrate.stage.fence.FenceKind}); which one it is follows from the group's databases and
 * the server's version ({@link io.flexmigrate.stage.fence.FenceChoice}). The cut-over knows the port only.
 */
@NullMarked
package io.flexmigrate.stage.fence;

import org.jspecify.annotations.NullMarked;
