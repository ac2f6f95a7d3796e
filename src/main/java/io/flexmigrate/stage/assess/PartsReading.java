package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import java.time.Duration;
import java.util.List;

/** Reads one part after the other; one that cannot be read does not keep the others from being read. */
record PartsReading(Plan plan, Session session, ServerInventory server) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    Parts read(List<PartReader<?>> readers) {
        Parts.Builder parts = new Parts.Builder();
        String gone = "";
        for (PartReader<?> reader : readers) {
            if (!gone.isEmpty()) {
                parts.without(reader.kind(), gone);
                continue;
            }
            try {
                parts.add(reader.reading().read(new PartReader.Context(plan, session, server, parts.build())));
            } catch (MySqlException refused) {
                String reason = String.valueOf(refused.getMessage());
                parts.without(reader.kind(), reason);
                gone = session.isAlive(PATIENCE) ? "" : reason;
            } catch (UnreadException missing) {
                parts.without(reader.kind(), missing.reason());
            }
        }
        return parts.build();
    }
}
