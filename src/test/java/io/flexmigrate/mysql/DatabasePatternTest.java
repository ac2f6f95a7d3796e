package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mysql.DatabasePattern.Matching;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabasePatternTest {

    private static final Matching USUAL = new Matching(true, false);

    @ParameterizedTest
    @CsvSource({
        "shop, false, shop",
        "shop\\_eu, false, shop_eu",
        "shop\\%, false, shop%",
        "a\\\\b, false, a\\b",
        "shop\\, false, shop\\",
        "shop_eu, true, shop_eu",
        "%, true, %",
        "\\_%, true, _%"
    })
    void knowsWildcardsFromLetters(String text, boolean wild, String name) {
        assertThat(new DatabasePattern(text).isWild(USUAL)).isEqualTo(wild);
        assertThat(new DatabasePattern(text).name()).isEqualTo(name);
        assertThat(new DatabasePattern(text).isWild(new Matching(false, false))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'a.*b', 'a.*b', true",
        "'a.*%', 'axxb', false",
        "'(a%', '(ab', true",
        "'\\Q%', 'Qa', true",
        "'a%', 'a\nb', true",
        "'é_', 'éé', true",
        "'%%', '', true",
        "'_', '', false"
    })
    void takesNothingElseForAPattern(String text, String database, boolean fits) {
        assertThat(new DatabasePattern(text).matcher(USUAL).test(database)).isEqualTo(fits);
    }
}
