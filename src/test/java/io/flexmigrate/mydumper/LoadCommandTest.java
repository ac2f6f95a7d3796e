package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan.Tls;
import io.flexmigrate.plan.Plan.TlsMode;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadCommandTest {

    @Test
    void loadsIntoTheBinlog() {
        LoadRequest request = new LoadRequest(
                "/usr/bin/myloader",
                Path.of("/run/tool.cnf"),
                "shop.mysql.database.azure.com",
                3306,
                new Tls(TlsMode.REQUIRED, Optional.empty()),
                Path.of("/run/dump"),
                2,
                Optional.empty());

        assertThat(LoadCommand.of(Versions.DEBIAN_LOADER, request).arguments())
                .containsExactly(
                        "/usr/bin/myloader",
                        "--defaults-file=/run/tool.cnf",
                        "-h",
                        "shop.mysql.database.azure.com",
                        "-P",
                        "3306",
                        "--ssl",
                        "-e",
                        "-t",
                        "2",
                        "-v",
                        "3",
                        "-d",
                        "/run/dump");
    }
}
