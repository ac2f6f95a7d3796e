package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTest {

    @Test
    void showsValuesInTheirPlaces() {
        assertThat(shown("CALL link(?, ?, ?)", "db1", 3306, 4L)).isEqualTo("CALL link('db1', 3306, 4)");
    }

    @Test
    void masksSecrets() {
        assertThat(shown("CALL link(?, ?)", "repl", new Secret("hunter2"))).isEqualTo("CALL link('repl', '***')");
    }

    @Test
    void quotesTextsAsTheServerReadsThem() {
        assertThat(shown("SET @a = ?", "it's \\ here")).isEqualTo("SET @a = 'it\\'s \\\\ here'");
    }

    @Test
    void takesADollarInAValueAsItIs() {
        assertThat(shown("SET @a = ?, @b = ?", "$1", "$0")).isEqualTo("SET @a = '$1', @b = '$0'");
    }

    @Test
    void showsOnlyTheBeginningOfALongValue() {
        String certificate = "-----BEGIN CERTIFICATE-----\n" + "A".repeat(500);

        assertThat(shown("SET @cert = ?", certificate)).isEqualTo("SET @cert = '-----BEGIN CERTIFICATE-----…'");
    }

    @Test
    void showsOnlyTheBeginningOfALongLine() {
        assertThat(shown("SET @a = ?", "A".repeat(500))).hasSizeLessThan(250).endsWith("A…'");
    }

    @Test
    void showsAQuestionMarkThatHasNoValue() {
        assertThat(shown("SELECT '?'")).isEqualTo("SELECT '?'");
    }

    @Test
    void putsStatementsWithoutValuesTogether() {
        Sql lock = Sql.of("locking", "ALTER USER 'a;b'@'%' ACCOUNT LOCK");
        Sql look = Sql.of("looking", "SELECT 1");

        assertThat(Sql.together(List.of(lock, look)).text()).isEqualTo("ALTER USER 'a;b'@'%' ACCOUNT LOCK; SELECT 1");
        Sql withValue = Sql.of("asking", "SELECT ?", 1);
        assertThatThrownBy(() -> Sql.together(List.of(lock, withValue))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String shown(String text, Object... values) {
        return Sql.of("testing", text, values).shown();
    }
}
