package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.GtidSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts other values in place of those in real metadata: what is written is what is read, in every form. */
class MetadataValueMutationTest {

    private static final int ROUNDS = 20;

    static Stream<MetadataSample> samples() {
        return MetadataSample.all().stream()
                .filter(sample -> sample.coordinates().isPresent());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsAnyPositionOf64Bits(MetadataSample sample) {
        BinlogCoordinates truth = sample.coordinates().orElseThrow();
        Random random = new Random(sample.name().hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            long position = 1_000_000_000L + (random.nextLong() >>> 1) % (Long.MAX_VALUE - 1_000_000_000L);

            String text =
                    sample.text().replaceAll("(?<=[ =:])" + truth.position() + "(?=\\r?\\n)", Long.toString(position));

            assertThat(MetadataParser.parse(text).coordinates())
                    .contains(new BinlogCoordinates(truth.file(), position));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsAnyGtidSet(MetadataSample sample) {
        if (sample.gtidSet().isEmpty()) {
            return;
        }
        String text = sample.text().replaceAll(",\n(?=[0-9a-f]{8}-)", ",");
        String first = sample.gtidSet().text();
        Random random = new Random(sample.name().hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            String other = members(random);
            boolean isBlock = !text.startsWith("#");

            String changed = text.replace(first, isBlock ? other.replace(",", ",\n") : other);

            assertThat(MetadataParser.parse(changed).gtidSet()).isEqualTo(new GtidSet(other));
        }
    }

    private static String members(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(index ->
                        String.format("%08x-e657-11f1-9b8f-02fc00000001:%s", random.nextInt(), intervals(random)))
                .collect(Collectors.joining(","));
    }

    private static String intervals(Random random) {
        List<String> intervals = IntStream.rangeClosed(0, random.nextInt(200))
                .mapToObj(index -> (1 + 10L * index) + "-" + (5 + 10L * index))
                .toList();
        return String.join(":", intervals);
    }
}
