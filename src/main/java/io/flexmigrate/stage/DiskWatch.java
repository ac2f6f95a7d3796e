package io.flexmigrate.stage;

import io.flexmigrate.engine.StageFailedException;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Sees that a disk is not filled to its end, because then neither the journal nor the words about it could be written.
 *
 * @param place a directory on the disk
 * @param usableBytes how much more can be written
 * @param diskBytes size of the whole disk
 */
public record DiskWatch(Path place, LongSupplier usableBytes, long diskBytes) {

    private static final long MEGABYTE = 1 << 20;
    private static final long FEWEST = 256 * MEGABYTE;
    private static final int SHARE = 50;

    /** Watches the disk that the dump is on. */
    public static DiskWatch of(Workspace workspace) {
        return new DiskWatch(workspace.dumpDirectory(), workspace::usableBytes, workspace.diskBytes());
    }

    /**
     * Takes a look.
     *
     * @throws StageFailedException when less than 256 MB or 2 % of the disk are free, whichever is more
     */
    public void look() {
        long usable = usableBytes.getAsLong();
        if (usable < reserve()) {
            throw new StageFailedException(
                    "The disk of " + place + " is nearly full: " + usable / MEGABYTE + " MB of " + diskBytes / MEGABYTE
                            + " MB are free, and the last " + reserve() / MEGABYTE + " MB are left alone.",
                    "Free some space on that disk, or choose another one with --work-dir;"
                            + " then run the same command again.");
        }
    }

    private long reserve() {
        return Math.max(FEWEST, diskBytes / SHARE);
    }
}
