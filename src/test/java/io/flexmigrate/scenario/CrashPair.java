package io.flexmigrate.scenario;

import io.flexmigrate.lab.FakeClock;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Two servers, the network between them and the program, and the program's clock.
 *
 * @param toSource a wire before the source, for the program alone: clients do not go through it
 * @param toTarget the same before the target
 * @param link a wire between target and source, for replication
 */
record CrashPair(Scenario scenario, Wire toSource, Wire toTarget, Wire link, FakeClock clock) implements AutoCloseable {

    private static final int DISK_MEGABYTES = 16;

    /** By how many seconds the program's clock is ahead of the servers', so that it can go back and their certificates count still. */
    static final long AHEAD = 3600;

    static CrashPair begin(Path directory) {
        Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory, "--event-scheduler=ON");
        int source = scenario.source.port();
        FakeClock clock = new FakeClock(directory.resolve("clock"));
        clock.set(AHEAD);
        return new CrashPair(scenario, Wire.to(source), Wire.to(scenario.target.port()), Wire.to(source), clock);
    }

    /** Has the program and the link go through the wires. */
    Path through(Path plan) throws IOException {
        String text = Files.readString(plan);
        String source = "port: " + scenario.source.port() + "\n";
        String target = "port: " + scenario.target.port() + "\n";
        return Files.writeString(
                plan,
                text.replaceFirst(source, "port: " + toSource.port() + "\n")
                        .replaceFirst("port: " + scenario.source.port() + ",", "port: " + link.port() + ",")
                        .replaceFirst(target, "port: " + toTarget.port() + "\n"));
    }

    void restart(LabServer server) {
        server.stop();
        server.start();
    }

    /** A disk of its own for the work directory, so that it can be full. */
    SmallDisk disk() throws IOException, InterruptedException {
        return SmallDisk.mount(scenario.workDirectory(), DISK_MEGABYTES);
    }

    void fillDisk() throws IOException {
        byte[] megabyte = new byte[1 << 20];
        Path filler = scenario.workDirectory().resolve("filler");
        try (var out = Files.newOutputStream(filler)) {
            for (int i = 0; i <= DISK_MEGABYTES; i++) {
                out.write(megabyte);
            }
        } catch (IOException full) {
            // because that is what it is for
        }
    }

    void freeDisk() throws IOException {
        Files.deleteIfExists(scenario.workDirectory().resolve("filler"));
    }

    @Override
    public void close() {
        scenario.close();
        toSource.close();
        toTarget.close();
        link.close();
    }
}
