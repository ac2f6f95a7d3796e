package io.flexmigrate.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    @ParameterizedTest
    @CsvSource({"true, xterm, true", "true, dumb, false", "true, '', true", "false, xterm, false"})
    void isRewrittenWhereItCanBe(boolean there, String term, boolean rewritable) {
        assertThat(Terminal.of(there, Map.of("TERM", term)).isRewritable()).isEqualTo(rewritable);
    }

    @Test
    void isNotRewrittenWhereThatIsNotWanted() {
        assertThat(Terminal.of(true, Map.of("TERM", "xterm")).forLines()).isEqualTo(new Terminal(true, true, false));
    }
}
