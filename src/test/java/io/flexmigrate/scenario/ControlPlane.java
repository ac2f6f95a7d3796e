package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The owner of a flexible server at the command line: does what the program asks for, in the words it printed. */
record ControlPlane(LabServer target) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern RESET = Pattern.compile(
            "az mysql flexible-server gtid reset --resource-group \\S+ --server-name \\S+ --gtid-set '?([0-9a-fA-F:,-]+)'?"
                    + " --subscription \\S+");

    /** Waits until the program asks for {@code gtid reset}, and does it. */
    void resetGtidsAsAskedBy(Program program) {
        await().atMost(PATIENCE).until(() -> RESET.matcher(program.output()).find() || !program.isAlive());
        Matcher asked = RESET.matcher(program.output());
        assertThat(asked.find()).as(program.output()).isTrue();
        assertThat(program.isAlive()).as("waits until it is done").isTrue();
        // because 8.4 took the old words: refman/8.4/en/mysql-nutshell.html
        String reset = Lab.isOfNewerServers() ? "RESET BINARY LOGS AND GTIDS" : "RESET MASTER";
        target.execute(reset, "SET GLOBAL gtid_purged = '" + asked.group(1) + "'");
    }
}
