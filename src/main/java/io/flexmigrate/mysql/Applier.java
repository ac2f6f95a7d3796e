package io.flexmigrate.mysql;

/**
 * How a replica applies.
 *
 * @param workers threads that apply beside the one that reads; 0: it applies itself. 0 and 1: one transaction after the other
 * @param keepsOrder whether several threads commit in the order of the source
 */
public record Applier(long workers, boolean keepsOrder) {

    /** Reads it; 8.0.26 renamed the variables and 8.4.0 took the old names: refman/8.4/en/mysql-nutshell.html. */
    public static Applier read(Session session) {
        Variables variables = Variables.read(session);
        boolean renamed = variables.has("replica_parallel_workers");
        long workers = variables.number(renamed ? "replica_parallel_workers" : "slave_parallel_workers");
        String order = renamed ? "replica_preserve_commit_order" : "slave_preserve_commit_order";
        return new Applier(workers, variables.isOn(order));
    }

    /**
     * Whether its executed coordinates lag behind what it has applied: with workers, be it only one, they advance at checkpoints
     * only ({@code replica_checkpoint_period}, 300 ms): refman/8.0/en/replication-options-replica.html; one measured on 9.7.4.
     */
    public boolean tellsLate() {
        return workers > 0;
    }
}
