/**
 * Comparing source and target: chunk by chunk and lock-free while they change, and once more inside the fence.
 *
 * <p>The order is what makes it right: the source's checksum, then the source's coordinates, then wait until the target has
 * applied these, then the target's checksum. Equal, or equal to any checksum of the source seen meanwhile, is equal. A chunk
 * whose source did not change between looks and whose target still differs is halved until the rows that differ are known.
 * Rows that change on every look make their table a moving one, which is proven inside the fence, where nothing can change.
 */
@NullMarked
package io.flexmigrate.stage.verify;

import org.jspecify.annotations.NullMarked;
