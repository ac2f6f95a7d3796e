package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** What a person does after a crash: resume, and resume again when it says that it failed. */
record Recovery(Scenario scenario, Path plan) {

    private static final int RESUMES = 5;
    private static final int FAILED = 1;
    private static final int KILLED = 137;

    /** Goes on until a run of the program ends well; only failures that resume can help are allowed on the way. */
    void after(Program struck) throws InterruptedException {
        int exit = struck.ends();
        System.out.println("  ended with " + exit);
        StringBuilder said = new StringBuilder(struck.output());
        for (int i = 0; i < RESUMES && exit != 0; i++) {
            assertThat(exit).as("exit code; it said:%n%s", said).isIn(FAILED, KILLED);
            try (Program migrate = scenario.migrate("resume", plan)) {
                exit = migrate.ends();
                System.out.println("  resumed, and ended with " + exit);
                said.append("\n--- resume ---\n").append(migrate.output());
            }
        }
        assertThat(exit)
                .as("exit code after %d resumes; it said:%n%s", RESUMES, said)
                .isZero();
    }
}
