/** What both servers say when a migration ends, and whether they still say so later. */
@NullMarked
package io.flexmigrate.stage.evidence;

import org.jspecify.annotations.NullMarked;
