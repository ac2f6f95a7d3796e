/**
 * What is wrong with a link that does not run: the server's error number looked up in a table, and evidence that we gather.
 *
 * <p>Nothing is ever skipped here. Reading evidence never fails a diagnosis: what cannot be read is said.
 */
@NullMarked
package io.flexmigrate.stage.diagnosis;

import org.jspecify.annotations.NullMarked;
