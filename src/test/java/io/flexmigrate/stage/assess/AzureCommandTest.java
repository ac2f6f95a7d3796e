package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureCommandTest {

    @ParameterizedTest
    @CsvSource({
        "shop.mysql.database.azure.com, shop",
        "shop.privatelink.mysql.database.azure.com, shop",
        "shop-1.mysql.database.chinacloudapi.cn, shop-1",
        "127.0.0.1, <server-name>",
        "db.example.com, <server-name>"
    })
    void namesTheServerWhereItsHostDoes(String host, String server) {
        Plan plan = Inventories.planReplacing("shop.mysql.database.azure.com", host);

        assertThat(new AzureCommand(plan).restart())
                .isEqualTo("az mysql flexible-server restart --resource-group <resource-group> --name " + server);
    }

    @Test
    void quotesWhatAShellWouldRead() {
        AzureCommand azure = new AzureCommand(Inventories.plan());

        assertThat(azure.set("sql_mode", "")).endsWith("--name sql_mode --value ''");
        assertThat(azure.set("x", "mysql.%,a\\_b.%")).endsWith(" --value 'mysql.%,a\\_b.%'");
        assertThat(azure.set("x", "it's; rm")).endsWith(" --value 'it'\\''s; rm'");
    }
}
