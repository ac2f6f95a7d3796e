package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damages single lines of real metadata that do not hold the answer, by chance and with a fixed seed. */
class MetadataLineMutationTest {

    private static final int ROUNDS = 400;
    private static final Pattern MEMBER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-");
    private static final List<String> STRAYS = List.of(
            "\"",
            "'",
            "#",
            "=",
            "[",
            "]",
            "\t",
            "\r",
            "\0",
            "\uFFFD",
            "(null)",
            "9223372036854775808",
            "binlog.000099");

    static List<MetadataSample> samples() {
        return MetadataSample.all();
    }

    /** The answer stays what it was, or is refused: never another, and never a failure of another kind. */
    @ParameterizedTest
    @MethodSource("samples")
    void answersTheTruthOrNothing(MetadataSample sample) {
        Random random = new Random(sample.name().hashCode());
        List<String> lines = List.of(sample.text().split("(?<=\n)"));
        List<Integer> others = others(sample, lines);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> damaged = new ArrayList<>(lines);
            int line = others.get(random.nextInt(others.size()));
            damaged.set(line, damaged(damaged.get(line), random));
            assertTruthOrNothing(sample, String.join("", damaged));
        }
    }

    /** Lines with neither the coordinates nor a part of a GTID set. */
    private static List<Integer> others(MetadataSample sample, List<String> lines) {
        List<Integer> others = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            boolean holds = sample.coordinates()
                    .map(truth -> line.contains(truth.file()) || line.contains(Long.toString(truth.position())))
                    .orElse(false);
            if (!holds && !MEMBER.matcher(line).find()) {
                others.add(index);
            }
        }
        return others;
    }

    private static String damaged(String line, Random random) {
        int place = random.nextInt(line.length());
        return switch (random.nextInt(9)) {
            case 0 -> "";
            case 1 -> line + line;
            case 2 -> line.substring(0, place);
            case 3 -> line.substring(place);
            case 4 -> line.substring(0, place) + STRAYS.get(random.nextInt(STRAYS.size())) + line.substring(place);
            case 5 -> line.replaceAll("\\d", Integer.toString(random.nextInt(10)));
            case 6 -> line.replaceAll("SLAVE|replication[^]]*", "MASTER").replace("[MASTER]", "[source]");
            case 7 -> line.replace("\n", "\r\n");
            default -> line.replaceAll("[A-Z]", "x").replace("#", "");
        };
    }

    private static void assertTruthOrNothing(MetadataSample sample, String text) {
        Optional<DumpMetadata> read = parse(text);
        read.filter(DumpMetadata::finished)
                .filter(metadata -> metadata.coordinates().isPresent())
                .ifPresent(metadata -> {
                    assertThat(metadata.coordinates()).as(text).isEqualTo(sample.coordinates());
                    assertThat(metadata.gtidSet()).as(text).isEqualTo(sample.gtidSet());
                });
    }

    private static Optional<DumpMetadata> parse(String text) {
        try {
            return Optional.of(MetadataParser.parse(text));
        } catch (MetadataException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return Optional.empty();
        }
    }
}
