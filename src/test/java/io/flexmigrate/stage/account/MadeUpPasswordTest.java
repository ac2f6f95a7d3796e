package io.flexmigrate.stage.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MadeUpPasswordTest {

    @RepeatedTest(50)
    void hasAllKindsOfCharactersThatPoliciesAskForAndNoneThatNeedsQuoting() {
        assertThat(MadeUpPassword.next().value())
                .hasSize(32)
                .matches("[A-Za-z0-9._+-]+")
                .containsPattern("[A-Z]")
                .containsPattern("[a-z]")
                .containsPattern("[0-9]")
                .containsPattern("[._+-]");
    }

    @Test
    void isAnotherEachTime() {
        Set<String> passwords = IntStream.range(0, 100)
                .mapToObj(number -> MadeUpPassword.next().value())
                .collect(Collectors.toSet());

        assertThat(passwords).hasSize(100);
    }
}
