package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.stage.cutover.Mandate;
import io.flexmigrate.stage.cutover.Mandate.Reach;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class CutOverParametersTest {

    @Command
    private static final class Verb {
        @Mixin
        private CutOverParameters parameters = new CutOverParameters();
    }

    private static Mandate mandate(List<String> left, String... arguments) {
        Verb verb = new Verb();
        new CommandLine(verb).parseArgs(arguments);
        return verb.parameters.mandate(new CutOverParameters.Groups() {
            @Override
            public List<String> all() {
                return List.of("shop", "billing", "blog");
            }

            @Override
            public Crossing.Way way() {
                return Crossing.Way.OVER;
            }

            @Override
            public List<String> left() {
                return left;
            }
        });
    }

    @Test
    void takesTheFirstThatHasNotMoved() {
        assertThat(mandate(List.of("billing", "blog")))
                .isEqualTo(new Mandate(List.of("billing"), Crossing.Way.OVER, Reach.MOVE));
        assertThat(mandate(List.of())).isEqualTo(new Mandate(List.of(), Crossing.Way.OVER, Reach.MOVE));
    }

    @Test
    void takesThoseThatAreNamedInTheirOrder() {
        assertThat(mandate(List.of("shop", "billing", "blog"), "--group", "blog", "--group", "shop", "--group", "blog"))
                .isEqualTo(new Mandate(List.of("blog", "shop"), Crossing.Way.OVER, Reach.MOVE));
    }

    @Test
    void takesAllThatAreLeft() {
        assertThat(mandate(List.of("billing", "blog"), "--all"))
                .isEqualTo(new Mandate(List.of("billing", "blog"), Crossing.Way.OVER, Reach.MOVE));
    }

    @Test
    void goesAsFarAsItIsTold() {
        assertThat(mandate(List.of("shop"), "--rehearse").reach()).isEqualTo(Reach.REHEARSE);
        assertThat(mandate(List.of("shop"), "--rehearse", "--with-fence").reach())
                .isEqualTo(Reach.DRILL);
    }

    @ParameterizedTest
    @CsvSource({
        "'--with-fence', --with-fence goes with --rehearse only.",
        "'--all --group shop', --all and --group exclude each other.",
        "'--group show', 'The plan has no group ''show''; it has: shop, billing, blog.'"
    })
    void refusesWhatDoesNotGoTogether(String arguments, String message) {
        assertThatThrownBy(() -> mandate(List.of("shop"), arguments.split(" ", -1)))
                .isInstanceOf(ParameterException.class)
                .hasMessage(message);
    }

    @Test
    void refusesAGroupThatHasMoved() {
        assertThatThrownBy(() -> mandate(List.of("shop"), "--group", "blog"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("The group blog has moved already.");
    }
}
