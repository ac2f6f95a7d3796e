package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Session;

/**
 * What a plan that is to be written needs to know of the target.
 *
 * @param replicates whether it has the procedures by which a flexible server is made a replica
 */
public record TargetSurvey(ServerFace server, boolean replicates) {

    /**
     * Reads the target; changes nothing.
     *
     * @throws MySqlException when the server says nothing of itself
     */
    public static TargetSurvey read(Session session) {
        ServerFace server = ServerFace.of(ServerInventory.read(session), session);
        return new TargetSurvey(server, hasProcedures(session));
    }

    private static boolean hasProcedures(Session session) {
        try {
            return !new DataInReplication(session).procedures().isEmpty();
        } catch (MySqlException refused) {
            return false;
        }
    }
}
