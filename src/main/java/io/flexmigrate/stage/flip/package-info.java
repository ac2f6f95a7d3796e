/**
 * What sends the clients of a group to the target: commands, statements, the runtime API of an HAProxy, webhooks.
 *
 * <p>Each is looked at before the fence, done after OPEN, and may be done twice: a crash between the intent and the outcome in the
 * journal does it again. Where the other side can be asked what came of it, as an HAProxy can, it is asked.
 */
@NullMarked
package io.flexmigrate.stage.flip;

import org.jspecify.annotations.NullMarked;
