package io.flexmigrate.lab;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Databases with everything that is known to break migrations. */
public final class Dataset {

    /** The databases, in the order they must be created. */
    public static final List<String> DATABASES = List.of("menagerie", "old town");

    private Dataset() {}

    /** Creates the databases, with only what mydumper 0.10.1 can carry from 5.7 and from 8.0. */
    public static void install(LabServer server) {
        run("dataset.sql", server);
    }

    /** Adds {@code menagerie.stamped}, which has columns that mydumper 0.10.1 loses on 8.0 sources. */
    public static void addDefaultGenerated(LabServer server) {
        run("dataset-default-generated.sql", server);
    }

    /** Adds tables with names that mydumper or myloader 0.10.1 cannot carry. */
    public static void addHardNames(LabServer server) {
        run("dataset-hard-names.sql", server);
    }

    /** Adds tables whose definition, as mydumper 0.10.1 writes it, an 8.0 target refuses or gets wrong. */
    public static void addRefusedTables(LabServer server) {
        run("dataset-refused-tables.sql", server);
    }

    /** Adds tables with values that mydumper 0.10.1 writes as other values, silently. */
    public static void addAlteredValues(LabServer server) {
        run("dataset-altered-values.sql", server);
    }

    /** Adds tables with values at the edges of every type, and with names that say something to a loader. */
    public static void addEveryValue(LabServer server) {
        run("dataset-every-value.sql", server);
    }

    private static void run(String script, LabServer server) {
        URL resource = Objects.requireNonNull(Dataset.class.getResource("/lab/" + script), script);
        try {
            server.execute(SqlScript.read(Path.of(resource.toURI())).statements());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
