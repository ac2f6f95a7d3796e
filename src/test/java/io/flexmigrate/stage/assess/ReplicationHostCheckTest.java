package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicationHostCheckTest {

    private static final String TARGET = "shop.mysql.database.azure.com";

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 20.50.1.1",
        "198.51.100.7, 10.0.0.4",
        "10.0.0.7, 10.1.0.4",
        "127.0.0.1, 127.0.0.1",
        "100.128.0.1, 20.50.1.1"
    })
    void hasNothingAgainstAnAddressThatTheTargetReaches(String replication, String target) {
        assertThat(said(Map.of("db1", replication, TARGET, target)).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 20.50.1.1", "::1, 10.0.0.4"})
    void blocksALoopbackAddress(String replication, String target) {
        said(Map.of("db1", replication, TARGET, target))
                .blocks(
                        "FM1421",
                        "source.replication.host",
                        "db1 is",
                        "target is " + target,
                        "as the target's network");
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.7", "172.16.9.9", "192.168.1.1", "100.64.0.1", "169.254.1.1", "fd12::1", "fe80::1"})
    void warnsOfAPrivateAddressForAPublicTarget(String replication) {
        said(Map.of("db1", replication, TARGET, "20.50.1.1"))
                .warns("FM1422", "source.replication.host", "target is 20.50.1.1", "VNet integration");
    }

    @Test
    void warnsOfANameThatIsUnknownHere() {
        Addresses seen = new Addresses(List.of(), List.of());

        new Said(new ReplicationHostCheck()
                        .findings(Inventories.planReplacing("{ host: db1,", "{ host: db1.internal,"), seen))
                .warns("FM1420", "source.replication.host", "db1.internal", "nslookup 'db1.internal'");
    }

    @Test
    void leavesAHostThatWeCannotReachOurselvesToTheCheckForThat() {
        assertThat(said(Map.of(TARGET, "20.50.1.1")).findings()).isEmpty();
    }

    @Test
    void saysNothingWhereTheTargetIsUnknown() {
        assertThat(said(Map.of("db1", "127.0.0.1")).findings()).isEmpty();
    }

    private static Said said(Map<String, String> addresses) {
        return new Said(new ReplicationHostCheck()
                .findings(Inventories.plan(), Addresses.of(Inventories.plan(), new KnownNames(addresses))));
    }

    private record KnownNames(Map<String, String> addresses) implements NameResolver {
        @Override
        public List<InetAddress> addresses(String host) {
            String address = addresses.get(host);
            try {
                return address == null ? List.of() : List.of(InetAddress.getByName(address));
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
