package io.flexmigrate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    @Test
    void tellWhatCameChangedAndWent() {
        Fingerprints before = Fingerprints.of(Map.of("a", "1", "b", "1", "c", "1"));
        Fingerprints now = Fingerprints.of(Map.of("a", "1", "b", "2", "d", "1"));

        assertThat(now.since(before)).isEqualTo(new Drift(List.of("d"), List.of("b"), List.of("c")));
        assertThat(now.since(before).words()).isEqualTo("new: d; changed: b; gone: c");
        assertThat(now.since(now).isEmpty()).isTrue();
        assertThat(now.since(now).words()).isEmpty();
    }

    @Test
    void nameOnlyTheFirstFewOfMany() {
        Fingerprints many = Fingerprints.of(
                IntStream.range(10, 30).boxed().collect(Collectors.toMap(number -> "t" + number, number -> "")));

        assertThat(many.since(Fingerprints.NONE).words())
                .isEqualTo("new: t10, t11, t12, t13, t14, t15, t16, t17, t18, t19 and 10 more");
    }

    @Test
    void leaveOutWhatIsNotAskedFor() {
        Fingerprints both = Fingerprints.of(Map.of("repl@%", "1", "app@%", "1"));

        assertThat(both.without(name -> name.startsWith("repl@")).byName()).containsOnlyKeys("app@%");
    }
}
