package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShortListTest {

    @Test
    void showsAllOfAFew() {
        assertThat(ShortList.of(List.of("a", "b", "c", "d", "e"))).isEqualTo("a, b, c, d, e");
    }

    @Test
    void countsTheRestOfMany() {
        assertThat(ShortList.of(List.of("a", "b", "c", "d", "e", "f", "g"))).isEqualTo("a, b, c, d, e and 2 more");
    }
}
