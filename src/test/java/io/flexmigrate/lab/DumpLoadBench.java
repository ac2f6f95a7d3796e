package io.flexmigrate.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures dump and load under {@code migrate} against the same tools by hand, in turn; {@code scripts/bench/dump-load}
 * runs it.
 */
final class DumpLoadBench {

    private DumpLoadBench() {}

    /**
     * Measures.
     *
     * @param arguments number of rounds; threads; size of the data in percent; contenders: {@code hand} and
     *     {@code migrate} with the tools on the path, {@code new-hand}, {@code new-piped} and {@code new-migrate} with those
     *     of MIGRATE_MYDUMPER and MIGRATE_MYLOADER
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int runs = Integer.parseInt(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        int percent = Integer.parseInt(arguments[2]);
        try (BenchPair pair = BenchPair.begin()) {
            List<Contender> contenders = new ArrayList<>();
            for (String name : List.of(arguments).subList(3, arguments.length)) {
                contenders.add(contender(name, pair, threads));
            }
            System.out.println("Making the data ...");
            BenchData.largeTables(pair.source, percent);
            pair.settle();
            compare(pair, contenders, runs);
        }
    }

    private static Contender contender(String name, BenchPair pair, int threads) throws IOException {
        return switch (name) {
            case "hand" -> new ByHand(pair, onPath(), threads, false);
            case "migrate" -> new ByMigrate(pair, onPath(), threads);
            case "new-hand" -> new ByHand(pair, given(), threads, false);
            case "new-piped" -> new ByHand(pair, given(), threads, true);
            case "new-migrate" -> new ByMigrate(pair, given(), threads);
            default -> throw new IllegalArgumentException("there is no contender '" + name + "'");
        };
    }

    static ToolPair onPath() throws IOException {
        return ToolPair.of("mydumper", "myloader");
    }

    static ToolPair given() throws IOException {
        Map<String, String> environment = System.getenv();
        return ToolPair.of(
                environment.getOrDefault("MIGRATE_MYDUMPER", "mydumper"),
                environment.getOrDefault("MIGRATE_MYLOADER", "myloader"));
    }

    private static void compare(BenchPair pair, List<Contender> contenders, int runs)
            throws IOException, InterruptedException {
        List<Rounds> all = contenders.stream()
                .map(contender -> new Rounds(contender.name()))
                .toList();
        for (int run = 1; run <= runs; run++) {
            for (int i = 0; i < contenders.size(); i++) {
                Contender contender = contenders.get(i);
                pair.reset();
                Round round = contender.run();
                pair.judge(contender.name());
                all.get(i).add(round.total());
                System.out.println("round " + run + ", " + contender.name() + ": " + round);
            }
        }
        all.forEach(System.out::println);
        for (int one = 1; one < all.size(); one++) {
            for (int other = 0; other < one; other++) {
                System.out.println(all.get(one).comparedWith(all.get(other)));
            }
        }
    }
}
