package io.flexmigrate.stage.watch;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.model.Drift;
import io.flexmigrate.mysql.DefinitionChanges;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.stage.drift.SourceDrift;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What drifted on the source, told at every look but read sparingly: accounts once a minute, definitions when the server has
 * counted a change of them.
 */
public final class DriftNotes {

    private static final Duration SPARING = Duration.ofMinutes(1);

    private final MySqlServer source;
    private final SourceDrift drift;
    private Optional<Stopwatch> read = Optional.empty();
    private Map<String, Long> counted = Map.of();
    private String accounts = "";
    private String definitions = "";

    public DriftNotes(MySqlServer source, SourceDrift drift) {
        this.source = source;
        this.drift = drift;
    }

    /**
     * One sentence for each kind of drift.
     *
     * @throws MySqlException when the source is gone
     */
    List<String> notes(Facts facts) {
        try {
            readSparingly(facts);
        } catch (MySqlException refused) {
            if (refused.isConnectionLost()) {
                throw refused;
            }
            return List.of("Whether accounts or definitions changed was not seen: " + refused.getMessage());
        }
        List<String> notes = new ArrayList<>();
        if (!accounts.isEmpty()) {
            notes.add("Accounts of the source changed, which replication does not carry: " + accounts + ".");
        }
        if (!definitions.isEmpty()) {
            notes.add("Definitions of the source changed since the snapshot: " + definitions + ".");
        }
        return notes;
    }

    private void readSparingly(Facts facts) {
        if (read.filter(stopwatch -> stopwatch.elapsed().compareTo(SPARING) < 0).isPresent()) {
            return;
        }
        accounts = words(drift.ofAccounts(facts));
        Map<String, Long> now = source.with(session -> new DefinitionChanges(session).counted());
        if (!now.equals(counted)) {
            definitions = words(drift.ofDefinitions(facts));
            counted = now;
        }
        read = Optional.of(SystemClock.stopwatch());
    }

    private static String words(Drift drift) {
        return drift.words();
    }
}
