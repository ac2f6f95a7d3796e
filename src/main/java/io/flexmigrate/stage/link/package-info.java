/**
 * The link into the target: which way it is made, from where it begins, and what has to hold before it may.
 *
 * <p>The target is asked what stands before anything is done. A link is begun only where the data of the target end: at the
 * snapshot's coordinates while nothing was applied, at the applied coordinates afterwards, or by GTIDs, which say it
 * themselves.
 */
@NullMarked
package io.flexmigrate.stage.link;

import org.jspecify.annotations.NullMarked;
