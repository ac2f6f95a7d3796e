/**
 * How far the target is behind, and whether it gets there in time.
 *
 * <p>What is measured is a <em>goal</em>: the source's coordinates, read after a number was written into our heartbeat. The lag
 * is the time from that reading until the target has applied these coordinates, both ends told by our own clock. Where the
 * target waits for coordinates, it wakes us at once; where it applies with several threads in order, its coordinates advance
 * every 300 ms only, and the number of the heartbeat is looked for instead, most often just after it was written. The error of
 * a lag is one round trip to the source and one to the target, and the pause between two looks (4 ms at first) in the second case.
 *
 * <p>A goal costs the source two questions and is set every two seconds; without a heartbeat one, every second. So watching
 * costs it one question a second; a few more may come at once, when the target gets there after a while of fewer: a number
 * written once in two seconds adds about 150 bytes a second to the binlog. The target is asked at most five times a second.
 *
 * <p>Beside it the rates at which source and target move through the binlog tell how long it takes, and whether the source
 * keeps its binlogs for as long.
 */
@NullMarked
package io.flexmigrate.stage.lag;

import org.jspecify.annotations.NullMarked;
