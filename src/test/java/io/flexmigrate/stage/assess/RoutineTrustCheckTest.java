package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.ObjectName;
import io.flexmigrate.model.SchemaObject.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoutineTrustCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample().with("log_bin_trust_function_creators", "OFF");

    RoutineTrustCheckTest() {
        target.privileges = Set.of("CREATE ROUTINE");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"FUNCTION", "TRIGGER"})
    void blocksATargetThatTrustsNobody(Kind kind) {
        source.objects = List.of(object(kind));

        said().blocks(
                        "FM1044",
                        "target log_bin_trust_function_creators",
                        "is OFF",
                        "--name log_bin_trust_function_creators --value ON");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"PROCEDURE", "VIEW", "EVENT"})
    void hasNothingToSayOfOtherObjects(Kind kind) {
        source.objects = List.of(object(kind));

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstATargetThatTrusts() {
        source.objects = List.of(object(Kind.FUNCTION));
        target.with("log_bin_trust_function_creators", "ON");

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstASuperuser() {
        source.objects = List.of(object(Kind.FUNCTION));
        target.privileges = Set.of("SUPER");

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstATargetWithoutBinlog() {
        source.objects = List.of(object(Kind.TRIGGER));
        target.with("log_bin", "OFF");

        assertThat(said().findings()).isEmpty();
    }

    private static ObjectName object(Kind kind) {
        return new ObjectName(kind, "shop", "thing");
    }

    private Said said() {
        return new Said(
                new RoutineTrustCheck().findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
