package io.flexmigrate.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Measures whether dump and load of many small tables take a time in proportion; {@code scripts/bench/many-tables} runs it. */
final class ManyTablesBench {

    private ManyTablesBench() {}

    /**
     * Measures a quarter of the tables, half of them and all.
     *
     * @param arguments number of tables; threads; contenders, of {@code hand} and {@code migrate}, with the tools of
     *     MIGRATE_MYDUMPER and MIGRATE_MYLOADER when these are given
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int tables = Integer.parseInt(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        ToolPair tools = DumpLoadBench.given();
        try (BenchPair pair = BenchPair.begin()) {
            int made = 0;
            for (int wanted : List.of(tables / 4, tables / 2, tables)) {
                BenchData.smallTables(pair.source, made, wanted);
                made = wanted;
                pair.settle();
                for (String name : List.of(arguments).subList(2, arguments.length)) {
                    measure(pair, contender(name, pair, tools, threads), wanted);
                }
            }
        }
    }

    private static Contender contender(String name, BenchPair pair, ToolPair tools, int threads) {
        return switch (name) {
            case "hand" -> new ByHand(pair, tools, threads, false);
            case "migrate" -> new ByMigrate(pair, tools, threads);
            default -> throw new IllegalArgumentException("there is no contender '" + name + "'");
        };
    }

    private static void measure(BenchPair pair, Contender contender, int tables)
            throws IOException, InterruptedException {
        pair.reset();
        Round round = contender.run();
        pair.judge(contender.name());
        System.out.println("%d tables, %s: dump %.2f ms and load %.2f ms for each; %s"
                .formatted(
                        tables,
                        contender.name(),
                        perTable(round.dump(), tables),
                        perTable(round.load(), tables),
                        round));
    }

    private static double perTable(Duration time, int tables) {
        return (double) time.toMillis() / tables;
    }
}
