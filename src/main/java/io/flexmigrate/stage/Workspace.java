package io.flexmigrate.stage;

import io.flexmigrate.model.Secret;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableRows;
import io.flexmigrate.mydumper.DumpMetadata;
import io.flexmigrate.mydumper.DumpedTable;
import io.flexmigrate.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the stages need of the disk. */
public interface Workspace {

    /** Where the dump is, or will be; absolute. */
    Path dumpDirectory();

    /** Removes a dump, finished or not; there need not be one. */
    void discardDump();

    /**
     * What the finished dump says of itself; empty in a dry run.
     *
     * @param coordinatesExpected whether this release of the tool writes coordinates
     * @throws io.flexmigrate.mydumper.MetadataException when it is not finished or says no coordinates
     */
    Optional<DumpMetadata> metadata(boolean coordinatesExpected);

    /** Tables of this list for which the dump has no schema. */
    List<TableName> missingFromDump(List<TableName> tables);

    /** The tables of the finished dump with their files, in the order of their names; none in a dry run. */
    List<DumpedTable> dumpedTables();

    /**
     * How many rows of each table the finished dump holds, counted in its files; nothing in a dry run.
     *
     * @throws io.flexmigrate.mydumper.MetadataException when they cannot be counted, or the dump itself names another number
     */
    List<TableRows> rows() throws InterruptedException;

    /** Where links to files of the dump lie while they are loaded; absolute, on the disk of the dump. */
    Path batches();

    /** Size of the dump so far, in bytes. */
    long dumpBytes();

    /** How much more can be written to the dump's disk, in bytes. */
    long usableBytes();

    /** Size of the dump's whole disk, in bytes; 0 when there is none. */
    long diskBytes();

    /**
     * Opens a file by which a tool logs in.
     *
     * @param initCommand a statement that every session of the tool begins with
     */
    Credentials credentials(Plan.Endpoint endpoint, Secret password, String initCommand);

    /** Where the output of a tool goes, line by line. */
    Consumer<String> toolLog(String tool);
}
