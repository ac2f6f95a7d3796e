package io.flexmigrate.stage.verify;

import io.flexmigrate.model.TableName;
import java.time.Duration;
import java.util.function.Consumer;

/** The comparison of a dry run: says what would be compared, and finds it equal. */
record DescribedMoving(Consumer<String> sink) implements TableComparisons.Moving {

    @Override
    public Verdict compare(TableName table) {
        sink.accept("compare " + table + ": number of rows and two hashes over all of them");
        return new Verdict(table, Verdict.Kind.EQUAL, "", Duration.ZERO);
    }

    @Override
    public void close() {
        // because nothing was opened
    }
}
