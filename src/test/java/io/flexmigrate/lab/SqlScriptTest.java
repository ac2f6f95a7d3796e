package io.flexmigrate.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

    @Test
    void splitsAtSemicolonsOutsideOfQuotesAndComments() {
        SqlScript script = SqlScript.parse("""
                SELECT ';', "a;""b", `c;``d`, 'it''s; \\';'; -- not; here
                # nor; here
                SELECT 1 /* nor; here */ + 2;
                SELECT 3
                """);

        assertThat(script.statements())
                .containsExactly(
                        "SELECT ';', \"a;\"\"b\", `c;``d`, 'it''s; \\';'", "SELECT 1 /* nor; here */ + 2", "SELECT 3");
    }

    @Test
    void followsTheDelimiter() {
        SqlScript script = SqlScript.parse("""
                SELECT 1;
                DELIMITER //
                CREATE PROCEDURE p() BEGIN SELECT 2; SELECT '//'; END//
                DELIMITER ;
                SELECT 3;
                """);

        assertThat(script.statements())
                .containsExactly("SELECT 1", "CREATE PROCEDURE p() BEGIN SELECT 2; SELECT '//'; END", "SELECT 3");
    }

    @Test
    void keepsACommentThatIsMeantForTheServer() {
        assertThat(SqlScript.parse("/*!80000 SET @a = 1 */;").statements()).containsExactly("/*!80000 SET @a = 1 */");
    }

    @Test
    void takesADoubleMinusWithoutBlankForArithmetic() {
        assertThat(SqlScript.parse("SELECT 3--2; SELECT 1").statements()).containsExactly("SELECT 3--2", "SELECT 1");
    }

    @Test
    void readsTheEmulation() {
        SqlScript script = SqlScript.read(Path.of("scripts", "flexible-server-emulation.sql"));

        assertThat(script.statements()).noneMatch(statement -> statement.contains("DELIMITER"));
        assertThat(script.statements())
                .filteredOn(statement -> statement.startsWith("CREATE PROCEDURE mysql.az_replication_"))
                .hasSize(6);
    }
}
