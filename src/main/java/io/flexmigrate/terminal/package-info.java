/**
 * What a person sees on a terminal: lines that stay, and below them a block that is redrawn in place.
 *
 * <p>The cursor rests on the first column of the block. However a terminal breaks lines anew when it is resized, what is from there
 * to the end is the block, and it alone is drawn again. Where there is no terminal, or one that knows no more than lines, nothing of
 * this is used. This is the only room that knows JLine, and it imports no other.
 */
@NullMarked
package io.flexmigrate.terminal;

import org.jspecify.annotations.NullMarked;
