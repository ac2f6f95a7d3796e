package io.flexmigrate.stage.flip;

import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.plan.FlipHook;
import java.util.Optional;

/**
 * Statements for whatever speaks MySQL's protocol.
 *
 * @param server the endpoint
 */
record StatementsFlip(FlipHook.Statements hook, FlipFacts facts, MySqlServer server) implements Flip {

    @Override
    public String shown() {
        return hook.statements().size() + " statement(s) for "
                + hook.endpoint().host() + ":" + hook.endpoint().port() + " as "
                + hook.endpoint().user();
    }

    @Override
    public Optional<String> objection() {
        try (Session session = server.open()) {
            return Optional.empty();
        } catch (MySqlException refused) {
            return Optional.ofNullable(refused.getMessage());
        }
    }

    @Override
    public void run() {
        try (Session session = server.open()) {
            int number = 0;
            for (String statement : hook.statements()) {
                number++;
                // because a statement of the plan may hold a secret, its text is in no message
                session.execute(
                        Sql.of("statement " + number + " of the flip", facts.filled(statement)), hook.timeout());
            }
        } catch (MySqlException refused) {
            throw new FlipException(String.valueOf(refused.getMessage()), refused);
        }
    }
}
