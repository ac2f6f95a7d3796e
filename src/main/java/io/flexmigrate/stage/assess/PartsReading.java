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
        for (PartReader<?> reader : readers) {
            Parts before = parts.build();
            before.lost()
                    .ifPresentOrElse(reason -> parts.without(reader.kind(), reason), () -> read(reader, before, parts));
        }
        return parts.build();
    }

    private <P extends Part> void read(PartReader<P> reader, Parts before, Parts.Builder parts) {
        try {
            parts.add(reader.reading().read(new PartReader.Context(plan, session, server, before)));
        } catch (MySqlException refused) {
            String reason = String.valueOf(refused.getMessage());
            parts.without(reader.kind(), reason);
            if (!session.isAlive(PATIENCE)) {
                parts.lost(reason);
            }
        } catch (UnreadException missing) {
            parts.without(reader.kind(), missing.reason());
        }
    }
}
