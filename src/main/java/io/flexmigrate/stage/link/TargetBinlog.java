package io.flexmigrate.stage.link;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.MySqlException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the target's own binlog stood when a stage began: what others than the link wrote to the target meanwhile stands after
 * it, with another server id than the source's.
 */
public final class TargetBinlog {

    private static final Step STEP = Step.of("target-binlog");

    private static final String FILE = "file";

    private static final String POSITION = "position";

    private TargetBinlog() {}

    /** Writes it down, once; a target that writes no binlog, or does not show it, leaves nothing. */
    public static void remember(Binlog target, StageLog log) {
        if (log.hasReached(STEP)) {
            return;
        }
        try {
            log.reach(
                    STEP,
                    target.coordinates()
                            .map(now -> Map.of(FILE, now.file(), POSITION, Long.toString(now.position())))
                            .orElse(Map.of()));
        } catch (MySqlException refused) {
            if (refused.isConnectionLost()) {
                throw refused;
            }
            log.reach(STEP, Map.of("refused", String.valueOf(refused.getMessage())));
        }
    }

    /**
     * Where it stood when that stage first began; empty when that is not known.
     *
     * @param past what the stage wrote
     */
    public static Optional<BinlogCoordinates> first(List<Event> past) {
        return past.stream()
                .filter(Event.Reached.class::isInstance)
                .map(Event.Reached.class::cast)
                .filter(event -> event.step().equals(STEP))
                .map(Event.Reached::details)
                .filter(details -> details.containsKey(FILE) && details.containsKey(POSITION))
                .map(details -> new BinlogCoordinates(
                        details.getOrDefault(FILE, ""), Long.parseLong(details.getOrDefault(POSITION, ""))))
                .findFirst();
    }
}
