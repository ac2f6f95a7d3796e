package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;

/**
 * Reads one part of a server.
 *
 * @param kind what it reads
 * @param reading asks the server; a refusal is left to fly
 */
record PartReader<P extends Part>(Class<P> kind, Reading<P> reading) {

    /** The statements that read a part. */
    @FunctionalInterface
    interface Reading<P extends Part> {

        /**
         * Reads it.
         *
         * @throws io.flexmigrate.mysql.MySqlException when the server refuses or is gone
         */
        P read(Context context);
    }

    /**
     * What a reading may use.
     *
     * @param server what the server said of itself
     * @param parts the parts that were read before
     */
    record Context(Plan plan, Session session, ServerInventory server, Parts parts) {}
}
