package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPatternTest {

    @ParameterizedTest
    @CsvSource({
        "%, 10.0.0.7",
        "'', 10.0.0.7",
        "10.0.0.7, 10.0.0.7",
        "10.%, 10.0.0.7",
        "10.0.0._, 10.0.0.7",
        "%.example.com, Web.Example.com",
        "192.168.1.0/255.255.255.0, 192.168.1.77",
        "192.168.1.0/24, 192.168.1.77",
        "0.0.0.0/0, 192.168.1.77",
        "192.168.1.77/32, 192.168.1.77",
        "localhost, 127.0.0.1",
        "127.0.0.1, localhost",
        "::1, localhost"
    })
    void letsInWhomItFits(String pattern, String host) {
        assertThat(new HostPattern(pattern).matches(host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.7, 10.0.0.70",
        "10.%, 110.0.0.7",
        "10.0.0._, 10.0.0.70",
        "1020, 10.0",
        "192.168.1.0/255.255.255.0, 192.168.2.77",
        "192.168.1.0/24, 192.168.2.77",
        "192.168.1.0/24, web.example.com",
        "nonsense/24, 10.0.0.7",
        "10.0.0.0/nonsense, 10.0.0.7",
        "localhost, 10.0.0.7"
    })
    void keepsOutWhomItDoesNot(String pattern, String host) {
        assertThat(new HostPattern(pattern).matches(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "127.0.0.1", "127.0.0.%", "::1", "localhost.localdomain"})
    void knowsTheOwnMachine(String pattern) {
        assertThat(new HostPattern(pattern).isLoopback()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "", "10.%", "localhost.example.com", "12%", "db1"})
    void knowsOtherMachines(String pattern) {
        assertThat(new HostPattern(pattern).isLoopback()).isFalse();
    }

    @Test
    void ordersTheMostSpecificLast() {
        assertThat(Stream.of("10.0.0.7", "%", "10.%", "", "10.0.%", "10.0.0.0/24")
                        .map(HostPattern::new)
                        .sorted()
                        .map(HostPattern::text))
                .isEqualTo(List.of("", "%", "10.%", "10.0.%", "10.0.0.0/24", "10.0.0.7"));
    }
}
