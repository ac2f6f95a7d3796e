/**
 * The run directory and the journal in it: the only room that knows the JSON library.
 *
 * <p>{@code journal.jsonl} holds one JSON object per line: first the header, then one event per line, each on disk before
 * the append returns, or, in the hurry of a write pause, with the next that is. So the only damage a crash can do is a torn last line, which nobody was told to be on disk; it is cut
 * off and said so. Each line ends in a checksum of itself and of all before it, so every other damage is refused with words,
 * but for whole lines that are lost at the end. Values of {@code model} and {@code engine} are written through mix-ins, so those
 * rooms know nothing of JSON. Imports {@code engine} and {@code model}.
 */
@NullMarked
package io.flexmigrate.journal;

import org.jspecify.annotations.NullMarked;
