package io.flexmigrate.stage.dump;

import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableRows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tables that would be filled. */
record DescribedFilling(List<TableName> tables, Path file) implements Filling {

    DescribedFilling {
        tables = List.copyOf(tables);
    }

    @Override
    public Optional<Path> omissions() {
        return Optional.of(file);
    }

    @Override
    public void open() {
        // because nothing is read
    }

    @Override
    public void start() {
        // because nothing is read
    }

    @Override
    public boolean ends(Duration within) {
        return true;
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public List<TableRows> rows() {
        return List.of();
    }

    @Override
    public void close() {
        // because nothing was opened
    }
}
