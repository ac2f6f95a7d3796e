package io.flexmigrate.formal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Has TLC check the model, in a process of its own because TLC ends the one it runs in. */
record ModelChecker(Path directory, Map<String, String> constants) {

    private static final String MODULE = "Migration";

    /** What TLC says at the end; {@code output} is all of it, with the steps that lead to a violation. */
    record Verdict(String output) {
        boolean holds() {
            return output.contains("Model checking completed. No error has been found.");
        }

        boolean violates(String invariant) {
            return output.contains("Invariant " + invariant + " is violated");
        }

        boolean violatesInTime() {
            return output.contains("Temporal properties were violated");
        }
    }

    /** One whose files are made in this directory. */
    static ModelChecker in(Path directory) {
        return new ModelChecker(
                directory,
                Map.of(
                        "Writes", "2",
                        "Crossings", "1",
                        "Faults", "2",
                        "Lasting", "TRUE",
                        "FenceFirst", "TRUE",
                        "DrainFirst", "TRUE",
                        "Guarded", "TRUE"));
    }

    /** The same with another value for one constant. */
    ModelChecker with(String constant, Object value) {
        Map<String, String> others = new TreeMap<>(constants);
        others.put(constant, String.valueOf(value).toUpperCase(Locale.ROOT));
        return new ModelChecker(directory, others);
    }

    /** Whether these hold in every state, and nothing but what may follow follows. */
    Verdict invariants(String... names) throws IOException, InterruptedException {
        return check("SPECIFICATION Spec", "INVARIANTS " + String.join(" ", names), "PROPERTIES Legal OnlyForward");
    }

    /** Whether this comes about in the end, by this specification. */
    Verdict inTime(String specification, String property) throws IOException, InterruptedException {
        return check("SPECIFICATION " + specification, "PROPERTIES " + property);
    }

    private Verdict check(String... lines) throws IOException, InterruptedException {
        Path module = Files.writeString(directory.resolve(MODULE + ".tla"), text());
        String values = constants.entrySet().stream()
                .map(value -> "  " + value.getKey() + " = " + value.getValue())
                .collect(Collectors.joining("\n", "CONSTANTS\n", "\n"));
        Path config = Files.writeString(
                directory.resolve(MODULE + ".cfg"), values + String.join("\n", lines) + "\nCHECK_DEADLOCK FALSE\n");
        Path output = directory.resolve("tlc.log");
        Process tlc = new ProcessBuilder(command(module, config))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            tlc.waitFor();
        } finally {
            tlc.destroyForcibly();
        }
        return new Verdict(Files.readString(output));
    }

    private List<String> command(Path module, Path config) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                "tlc2.TLC",
                "-workers",
                "2",
                "-metadir",
                directory.resolve("states").toString(),
                "-config",
                config.toString(),
                module.toString());
    }

    /** The model. */
    static String text() throws IOException {
        try (InputStream model = ModelChecker.class.getResourceAsStream("/model/" + MODULE + ".tla")) {
            if (model == null) {
                throw new IOException("no model");
            }
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
