package io.flexmigrate.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flexmigrate.engine.StageFailedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskWatchTest {

    private static final long MEGABYTE = 1 << 20;
    private static final long SMALL = 1000 * MEGABYTE;
    private static final long LARGE = 100_000 * MEGABYTE;

    @Test
    void isSilentWhileThereIsSpace() {
        assertThatCode(() -> watch(256 * MEGABYTE, SMALL).look()).doesNotThrowAnyException();
        assertThatCode(() -> watch(2000 * MEGABYTE, LARGE).look()).doesNotThrowAnyException();
    }

    @Test
    void stopsBeforeTheDiskIsFull() {
        StageFailedException failure = failure(watch(256 * MEGABYTE - 1, SMALL));

        assertThat(failure)
                .hasMessage("The disk of /work-here/dump is nearly full: 255 MB of 1000 MB are free,"
                        + " and the last 256 MB are left alone.");
        assertThat(failure.remedy()).contains("Free some space", "--work-dir");
    }

    @Test
    void keepsMoreFreeOfALargeDisk() {
        assertThat(failure(watch(2000 * MEGABYTE - 1, LARGE))).hasMessageContaining("the last 2000 MB");
    }

    @Test
    void readsTheDiskOfADumpThatIsNotThereYet(@TempDir Path directory) {
        DiskWorkspace workspace = new DiskWorkspace(directory.resolve("a/b/dump"), directory, directory);

        assertThat(workspace.usableBytes()).isPositive().isLessThanOrEqualTo(workspace.diskBytes());
    }

    @Test
    void isSilentInADryRun(@TempDir Path directory) {
        DescribedWorkspace workspace = new DescribedWorkspace(directory.resolve("dump"), directory, action -> {});

        assertThatCode(() -> DiskWatch.of(workspace).look()).doesNotThrowAnyException();
    }

    private static StageFailedException failure(DiskWatch watch) {
        StageFailedException failure = catchThrowableOfType(StageFailedException.class, watch::look);
        assertThat(failure).isNotNull();
        return failure;
    }

    private static DiskWatch watch(long usable, long disk) {
        return new DiskWatch(Path.of("/work-here/dump"), () -> usable, disk);
    }
}
