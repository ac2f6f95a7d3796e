/**
 * The account by which the target logs in to the source: one that the plan names, or one that we make, whose password nobody
 * knows, and drop again.
 */
@NullMarked
package io.flexmigrate.stage.account;

import org.jspecify.annotations.NullMarked;
