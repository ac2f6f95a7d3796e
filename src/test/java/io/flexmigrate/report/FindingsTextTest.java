package io.flexmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.testing.SampleFindings;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTextTest {

    @Test
    void showsTheGravestFirstWithItsRemedy() {
        List<Finding> findings = List.of(
                SampleFindings.info("FM1", "target", "is empty"),
                SampleFindings.warning("FM3", "shop.b", "has no primary key", ""),
                SampleFindings.blocker("FM9", "source log_bin", "is off", "set log_bin\nrestart"),
                SampleFindings.warning("FM3", "shop.a", "has no primary key", ""));

        assertThat(new FindingsText().write(findings)).isEqualTo("""
                        BLOCKER  FM9  source log_bin
                                 is off
                                 What to do: set log_bin
                                 restart
                        WARNING  FM3  shop.a
                                 has no primary key
                        WARNING  FM3  shop.b
                                 has no primary key
                        INFO     FM1  target
                                 is empty
                        """);
    }

    @Test
    void isEmptyWithoutFindings() {
        assertThat(new FindingsText().write(List.of())).isEmpty();
    }
}
