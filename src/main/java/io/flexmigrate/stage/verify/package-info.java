/**
 * Comparing source and target: whole tables in this version, lock-free while they change, and once more inside the fence.
 *
 * <p>The order is what makes it right: the source's checksum, then the source's coordinates, then wait until the target has
 * applied these, then the target's checksum. Equal, or equal to any checksum of the source seen meanwhile, is equal. A table
 * whose source did not change between two looks and whose target still differs is different. What changes on every look is
 * called moving and is proven inside the fence, where nothing can change.
 */
@NullMarked
package io.flexmigrate.stage.verify;

import org.jspecify.annotations.NullMarked;
