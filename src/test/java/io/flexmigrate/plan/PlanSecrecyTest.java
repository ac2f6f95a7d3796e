package io.flexmigrate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a person writes where a secret belongs stays out of the messages. */
class PlanSecrecyTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "'hunter2'",
                "[hunter2]",
                "{ hunter2 }",
                "{ hunter2, hunter2 }",
                "{ hunter2: hunter2 }",
                "{ env: hunter2! }",
                "{ env: [hunter2] }",
                "{ env: \"hunter2\\0\" }",
                "{ file: \"hunter2\\0\" }",
                "{ command: hunter2 }",
                "{ command: [\"hunter2\\0\"] }",
                "{ command: { hunter2: hunter2 } }",
                "{ env: X, hunter2: hunter2 }",
                "*hunter2",
                "!hunter2",
                "!hunter2!x",
                "&hunter2",
                "|\n    hunter2",
                "@hunter2",
                "%hunter2",
                "{ hunter2",
                "'hunter2",
            })
    void keepsASecretOutOfTheMessage(String secret) {
        String text = Plans.MINIMAL.replace("{ env: SOURCE_PASSWORD }", secret);

        assertThat(new Plans(directory).refusal(text)).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "!x hunter2", "[hunter2]"})
    void keepsAnAllowedLiteralOutOfTheMessageOfAnotherProblem(String secret) {
        String text = "allow_literal_secrets: true\n"
                + Plans.MINIMAL.replace("{ env: SOURCE_PASSWORD }", secret).replace("shop", "my shop");

        assertThat(new Plans(directory).refusal(text)).contains("'my shop'").doesNotContain("hunter2");
    }
}
