package io.flexmigrate.stage.dump;

import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableRows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The tables of one dump that we write ourselves; closing it ends the work wherever it is. */
public interface Filling extends AutoCloseable {

    /** Which tables these are; there need not be any. */
    List<TableName> tables();

    /** The file that tells mydumper to leave them out; empty when there are none. */
    Optional<Path> omissions();

    /** Opens the sessions that read them; called while the source is locked, returns when their snapshots stand. */
    void open();

    /** Begins to read; called when the source is unlocked. */
    void start();

    /** Whether all of them are written, or one failed, within this time. */
    boolean ends(Duration within) throws InterruptedException;

    /** What was written so far, in bytes. */
    long bytes();

    /**
     * What was written.
     *
     * @throws io.flexmigrate.engine.StageFailedException when it could not be
     */
    List<TableRows> rows();

    @Override
    void close();
}
