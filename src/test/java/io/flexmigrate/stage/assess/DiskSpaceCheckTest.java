package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiskSpaceCheckTest {

    private static final long NEEDED = 64 << 20;

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstADiskThatIsJustLargeEnough() {
        assertThat(said(NEEDED).findings()).isEmpty();
    }

    @Test
    void blocksADiskThatIsTooSmall() {
        said(NEEDED - 1).blocks("FM1070", "work directory", "64 MiB", "63 MiB are free", "--work-dir");
    }

    private Said said(long free) {
        return new Said(new DiskSpaceCheck()
                .findings(Inventories.plan(), new SourceAndTools(source.seen(), Inventories.tools(free))));
    }
}
