package io.flexmigrate.stage.flip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlipFactsTest {

    private static final FlipFacts FACTS = new FlipFacts(
            "sh\"op\\\n", new FlipFacts.Address("db1", 3306), new FlipFacts.Address("db2.example.com", 3307));

    @Test
    void fillsStatements() {
        assertThat(FACTS.filled("UPDATE mysql_servers SET hostname = '${target.host}', port = ${target.port}"
                        + " WHERE hostname = '${source.host}' AND port = ${source.port}; -- ${group} ${other}"))
                .isEqualTo("UPDATE mysql_servers SET hostname = 'db2.example.com', port = 3307"
                        + " WHERE hostname = 'db1' AND port = 3306; -- sh\"op\\\n ${other}");
    }

    @Test
    void isOneJsonObject() {
        assertThat(FACTS.json())
                .isEqualTo("{\"group\":\"sh\\\"op\\\\\\u000a\",\"source_host\":\"db1\",\"source_port\":\"3306\","
                        + "\"target_host\":\"db2.example.com\",\"target_port\":\"3307\"}");
    }
}
