package io.flexmigrate.stage.lag;

import io.flexmigrate.model.BinlogCoordinates;
import java.time.Duration;

/**
 * What the target is waited for.
 *
 * @param beat the number that the heartbeat showed by then; 0 without a heartbeat
 * @param at when the source stood there
 */
record Goal(BinlogCoordinates coordinates, long beat, Duration at) {}
