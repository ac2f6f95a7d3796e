package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SecretStatementIT {

    @Test
    void repeatsNoSecretOfAStatementThatTheServerDoesNotUnderstand() {
        try (LabServer server = Lab.start(LabVersion.MYSQL_8_0)) {
            Sql sql = Sql.of("trying", "CREATE USER ?@? IDENTIFIED NONSENSE ?", "a", "%", new Secret("s3cret"));

            assertThatThrownBy(() -> server.root().execute(sql))
                    .isInstanceOf(MySqlException.class)
                    .hasMessageContaining("does not understand")
                    .hasMessageContaining("1064")
                    .satisfies(refused -> {
                        StringWriter trace = new StringWriter();
                        refused.printStackTrace(new PrintWriter(trace));
                        assertThat(trace.toString()).doesNotContain("s3cret");
                    });
        }
    }
}
