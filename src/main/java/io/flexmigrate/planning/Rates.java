package io.flexmigrate.planning;

import io.flexmigrate.model.TableSize;
import java.util.List;

/**
 * How fast the parts of a migration go.
 *
 * @param dump bytes of table data that mydumper reads and writes in a second
 * @param data bytes of table data that myloader loads in a second
 * @param indexes bytes of secondary indexes that the target builds in a second
 * @param compare bytes of table data that both servers digest in a second
 * @param writes bytes that the source writes to its binlog in a second
 * @param apply bytes of binlog that the target applies in a second
 */
public record Rates(Rate dump, Rate data, Rate indexes, Rate compare, Rate writes, Rate apply) {

    private static final double MEGABYTE = 1e6;
    private static final String PROBE = "; --probe measures it";

    /**
     * Rates nobody measured: ranges wide enough for two cores beside each other as well as for a server in the cloud behind a
     * network.
     *
     * @param tables what moves: one table alone cannot keep several threads at work
     */
    public static Rates assumed(List<TableSize> tables, Threads threads) {
        double spread = spread(tables);
        return new Rates(
                assumed(15, 90 * Math.min(spread, threads.dump()), PROBE),
                assumed(2, 15 * Math.min(spread, threads.load()), PROBE),
                assumed(2, 15 * Math.min(spread, threads.load()), PROBE),
                assumed(15, 200 * Math.min(spread, threads.compare()), ""),
                new Rate(0, MEGABYTE, "the source assumed to write at most 1 MB/s of binlog" + PROBE),
                assumed(4, 30, ""));
    }

    /**
     * The threads that work at once.
     *
     * @param dump at least 1
     * @param load at least 1
     * @param compare at least 1
     */
    public record Threads(int dump, int load, int compare) {}

    /** These rates with others for what a probe measured. */
    public Rates measured(Rate newDump, Rate newData, Rate newIndexes) {
        return new Rates(newDump, newData, newIndexes, compare, writes, apply);
    }

    /** These rates with another for what the source writes. */
    public Rates writing(Rate newWrites) {
        return new Rates(dump, data, indexes, compare, newWrites, apply);
    }

    private static Rate assumed(double slowest, double fastest, String more) {
        return new Rate(
                slowest * MEGABYTE,
                fastest * MEGABYTE,
                "assumed %.0f to %.0f MB/s%s".formatted(slowest, fastest, more));
    }

    /** How many threads the tables can keep at work at best: all data by that of the largest table. */
    private static double spread(List<TableSize> tables) {
        double largest = tables.stream().mapToDouble(TableSize::dataBytes).max().orElse(0);
        double all = tables.stream().mapToDouble(TableSize::dataBytes).sum();
        return largest > 0 ? Math.max(1, all / largest) : 1;
    }
}
