/**
 * ASSESS: everything that must hold before a migration can work, read from both servers and the tools; nothing is changed.
 *
 * <p>What was read stands in inventories, which are values. A check is a small class that looks at one inventory and returns
 * findings, so every check is tested without a server. All checks run and all findings are shown together.
 */
@NullMarked
package io.flexmigrate.stage.assess;

import org.jspecify.annotations.NullMarked;
