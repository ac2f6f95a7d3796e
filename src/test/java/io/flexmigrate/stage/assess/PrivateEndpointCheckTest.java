package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivateEndpointCheckTest {

    private static final Plan BY_ENDPOINT =
            Inventories.planReplacing("shop.mysql.database.azure.com", "shop.privatelink.mysql.database.azure.com");

    @Test
    void hasNothingAgainstAServerWithVnetIntegration() throws UnknownHostException {
        assertThat(said(Inventories.plan(), "10.0.0.4").findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstAPublicAddress() throws UnknownHostException {
        assertThat(said(BY_ENDPOINT, "20.50.1.1").findings()).isEmpty();
    }

    @Test
    void warnsOfAPrivateEndpoint() throws UnknownHostException {
        said(BY_ENDPOINT, "10.0.0.4").warns("FM1423", "target.host", "(10.0.0.4)", "--name shop --query network");
    }

    private static Said said(Plan plan, String target) throws UnknownHostException {
        Addresses seen = new Addresses(List.of(), List.of(InetAddress.getByName(target)));
        return new Said(new PrivateEndpointCheck().findings(plan, seen));
    }
}
