package io.flexmigrate.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One finding as the program writes it into a planning report. */
record PlannedFinding(String severity, String code, String subject) {

    /** Runs {@code migrate plan} and reads all findings of its report. */
    static List<PlannedFinding> of(Scenario scenario, int exitCode, Path plan, String... more)
            throws IOException, InterruptedException {
        Path report = Files.createTempFile(scenario.directory, "report-", ".json");
        List<String> options = new ArrayList<>(List.of("--format", "json", "-o", report.toString()));
        options.addAll(List.of(more));
        try (Program migrate = scenario.migrate("plan", plan, options.toArray(String[]::new))) {
            migrate.endsWith(exitCode);
        }
        JsonNode findings = new ObjectMapper().readTree(report.toFile()).required("findings");
        List<PlannedFinding> all = new ArrayList<>();
        findings.forEach(finding -> all.add(new PlannedFinding(
                finding.required("severity").asText(),
                finding.required("code").asText(),
                finding.required("subject").asText())));
        return all;
    }
}
