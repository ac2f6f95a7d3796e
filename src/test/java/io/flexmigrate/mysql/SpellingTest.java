package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private final Spelling strict = new Spelling(false);
    private final Spelling loose = new Spelling(true);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int(11) | int",
                "bigint(20) unsigned | bigint unsigned",
                "int(6) unsigned zerofill | int(6) unsigned zerofill",
                "year(4) | year",
                "point | point",
                "varchar(11) | varchar(11)"
            })
    void leavesOutWidthsThatSayNothingAcrossVersions(String text, String type) {
        assertThat(loose.type(text)).isEqualTo(type);
        assertThat(strict.type(text)).isEqualTo(text);
    }

    @Test
    void callsACharacterSetByOneName() {
        assertThat(loose.text("utf8")).isEqualTo("utf8mb3");
        assertThat(loose.text("utf8_bin")).isEqualTo("utf8mb3_bin");
        assertThat(loose.text("utf8mb4_bin")).isEqualTo("utf8mb4_bin");
        assertThat(strict.text("utf8")).isEqualTo("utf8");
    }

    @Test
    void spellsAnExpressionOf57AndOf80Alike() {
        String of57 = "concat('costs ',`price`,' €, it\\'s (dear)')";
        String of80 = "concat(_utf8mb4\\'costs \\',`price`,_utf8mb4\\' â\u0082¬, it\\\\\\'s (dear)\\')";

        assertThat(loose.expression(of80)).isEqualTo(loose.expression(of57)).contains("' €, it\\'s (dear)'");
    }

    @Test
    void keepsWhatStandsBetweenQuotes() {
        assertThat(loose.expression("CONCAT(`a`, 'A  (b)')")).isEqualTo("concata,'A  (b)'");
        assertThat(loose.expression("'é'")).isEqualTo("'é'");
    }

    @Test
    void leavesOnlyTheCharacterSetOfTextsOutInOneVersion() {
        assertThat(strict.expression("concat(`a`,_latin1\\' X\\')")).isEqualTo("concat(`a`,' X')");
        assertThat(strict.expression("(`a` + `my_x`)")).isEqualTo("(`a` + `my_x`)");
    }

    @Test
    void leavesOutModesThatTheNewerServerDoesNotKnow() {
        assertThat(loose.modes("STRICT_TRANS_TABLES,NO_AUTO_CREATE_USER,ANSI_QUOTES"))
                .isEqualTo("ANSI_QUOTES,STRICT_TRANS_TABLES");
    }
}
