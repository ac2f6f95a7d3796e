package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PacketSizeCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    private static final ColumnsOfHugeValues SCANS = new ColumnsOfHugeValues(Map.of(SourceSample.ORDERS, "scan"));

    @Test
    void hasNothingAgainstASmallerPacketWhereNoColumnHoldsMuch() {
        source.with("max_allowed_packet", "67108864");
        target.with("max_allowed_packet", "16777216");

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstALargerPacket() {
        source.with("max_allowed_packet", "4194304").with(SCANS);
        target.with("max_allowed_packet", "16777216");

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfColumnsForLargerValuesThanTheTargetTakes() {
        source.with("max_allowed_packet", "67108864").with(SCANS);
        target.with("max_allowed_packet", "16777216");

        said().warns(
                        "FM1405",
                        "target max_allowed_packet",
                        "16 MiB there and 64 MiB",
                        "shop.orders.scan",
                        "--name max_allowed_packet --value 67108864");
    }

    private Said said() {
        return new Said(
                new PacketSizeCheck().findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
