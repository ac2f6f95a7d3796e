package io.flexmigrate.stage.dump;

import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableRows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** No table at all. */
final class NoFilling implements Filling {

    @Override
    public List<TableName> tables() {
        return List.of();
    }

    @Override
    public Optional<Path> omissions() {
        return Optional.empty();
    }

    @Override
    public void open() {
        // because there is nothing to be read
    }

    @Override
    public void start() {
        // because there is nothing to be read
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
