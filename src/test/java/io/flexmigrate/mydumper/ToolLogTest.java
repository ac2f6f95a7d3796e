package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolLogTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "** Message: 16:51:55.091: Transactions started, unlocking tables; SNAPSHOT_STANDS;"
                        + " Transactions started, unlocking tables",
                "** Message: 16:51:55.091: Non-InnoDB dump complete, unlocking tables; SNAPSHOT_STANDS;"
                        + " Non-InnoDB dump complete, unlocking tables",
                "** Message: 16:51:55.133: Thread 1 dumping data for `od.d`.`t.x`; TABLE; `od.d`.`t.x`",
                "** Message: 16:51:55.133: Thread 12 dumping data for `shop`.`o` where `id` < 3; TABLE; `shop`.`o`",
                "** Message: 1:2:3.4: Non-InnoDB dump complete, releasing global locks; SNAPSHOT_STANDS;"
                        + " Non-InnoDB dump complete, releasing global locks",
                "** Message: 1:2:3.4: UNLOCK TABLES: OK; SNAPSHOT_STANDS; UNLOCK TABLES: OK",
                "** Message: 1:2:3.4: Thread 1: dumping data for `s`.`o`  into /d/s.o.00000.sql| Remaining jobs: 5; TABLE; `s`.`o`",
                "** Message: 1:2:3.4: Thread 2: `shop`.`orders` [ 19% ] | Tables: 7/11; TABLE; `shop`.`orders`",
                "** Message: 16:51:55.136: Thread 2 dumping schema for `shop`.`m`; OTHER; Thread 2 dumping schema for `shop`.`m`",
                "** (mydumper:6822): WARNING **: 16:51:55.065: Using trx_consistency_only; WARNING; Using trx_consistency_only",
                "** (mydumper:21376): CRITICAL **: 17:00:29.873: Error dumping schemas (a.t): gone; ERROR;"
                        + " Error dumping schemas (a.t): gone",
                "** (mydumper:1): CRITICAL **: 1:2:3.4: Couldn't acquire global lock, snapshots will not be consistent: no; ERROR;"
                        + " Couldn't acquire global lock, snapshots will not be consistent: no",
                "** (mydumper:1): WARNING **: 1:2:3.4: Broken table detected, please review: a.t; ERROR;"
                        + " Broken table detected, please review: a.t",
                "** Message: 1:2:3.4: Shutting down gracefully; ERROR; Shutting down gracefully",
                "option parsing failed: Unknown option --x, try --help; ERROR; option parsing failed: Unknown option --x, try --help",
                "2026-11-22 09:39:24 [INFO] - Transactions started; OTHER; 2026-11-22 09:39:24 [INFO] - Transactions started",
                "''; OTHER; ''"
            })
    void knowsWhatALineOfMydumperMeans(String line, LogLine.Kind kind, String text) {
        assertThat(DumpLog.read(line)).isEqualTo(new LogLine(kind, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "** Message: 17:10:28.272: Thread 1 restoring `shop`.`orders` part 0; TABLE; `shop`.`orders`",
                "** Message: 1:2:3.4: Thread 1: restoring d.t1 part 2 of 2 from d.t1.00001.sql | Progress 1 of 11; TABLE; d.t1",
                "** (myloader:1): WARNING **: 1:2:3.4: Schema file for `d` not found, continue anyways; WARNING;"
                        + " Schema file for `d` not found, continue anyways",
                "** (myloader:1): WARNING **: 1:2:3.4: It was not possible to process file: d.t1.00000.sql (3) because; ERROR;"
                        + " It was not possible to process file: d.t1.00000.sql (3) because",
                "** Message: 17:10:28.272: Creating table `a+b`.`t`; OTHER; Creating table `a+b`.`t`",
                "** (myloader:14190): CRITICAL **: 17:10:28.273: Error restoring shop.orders from file shop.orders.sql: no; ERROR;"
                        + " Error restoring shop.orders from file shop.orders.sql: no",
                "** (myloader:14206): CRITICAL **: 17:10:28.316: the specified directory is not a mydumper backup; ERROR;"
                        + " the specified directory is not a mydumper backup"
            })
    void knowsWhatALineOfMyloaderMeans(String line, LogLine.Kind kind, String text) {
        assertThat(LoadLog.read(line)).isEqualTo(new LogLine(kind, text));
    }
}
