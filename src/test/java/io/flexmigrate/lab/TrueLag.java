package io.flexmigrate.lab;

import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.util.ArrayList;
import java.util.List;

/** The lag of a pair at rest, told by rows that are written on the source and looked for on the target without a pause. */
record TrueLag(LinkedPair pair) {

    /** Measures so many times, after a few that do not count. */
    List<Double> millis(int times) throws InterruptedException {
        pair.source()
                .execute(
                        "CREATE DATABASE IF NOT EXISTS truth",
                        "CREATE TABLE IF NOT EXISTS truth.row_ (id INT PRIMARY KEY, number INT)",
                        "REPLACE INTO truth.row_ VALUES (1, 0)");
        List<Double> lags = new ArrayList<>();
        try (Session source = pair.source().root().open();
                Session target = pair.target().root().open()) {
            Thread.sleep(1000);
            for (int i = 1; i <= times + 5; i++) {
                source.execute(Sql.of("writing", "UPDATE truth.row_ SET number = " + i + " WHERE id = 1"));
                long written = System.nanoTime();
                while (target.query(Sql.of("looking", "SELECT number FROM truth.row_ WHERE id = 1"))
                                .get(0)
                                .number("number")
                        < i) {
                    Thread.onSpinWait();
                }
                if (i > 5) {
                    lags.add((System.nanoTime() - written) / 1e6);
                }
                Thread.sleep(20);
            }
        }
        return lags;
    }
}
