package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Acceptance;
import io.flexmigrate.model.Catalogue;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptedFindingsTest {

    private static final Rule FREE = Rule.of("FM1901", "All is well", "It is not.", "https://example.com/");
    private static final Rule STRICT = Rule.absolute("FM1902", "All is there", "Data is lost.", "https://example.com/");

    private final Finding log = FREE.blocker("shop.log", "seen", "mend it");
    private final Finding cart = FREE.blocker("shop.cart", "seen", "mend it");
    private final Finding strict = STRICT.blocker("source", "seen", "mend it");

    @Test
    void leavesFindingsAsTheyAreWhenNobodyAcceptsThem() {
        assertThat(findings(List.of(log, strict))).containsExactly(log, strict);
    }

    @Test
    void acceptsAllFindingsOfACode() {
        assertThat(findings(List.of(log, cart), accept("FM1901", "small")))
                .containsExactly(log.acceptedBecause("small"), cart.acceptedBecause("small"))
                .noneMatch(Finding::blocks);
    }

    @Test
    void acceptsOneSubjectAlone() {
        assertThat(findings(List.of(log, cart), accept("FM1901 shop.log", "small")))
                .containsExactly(log.acceptedBecause("small"), cart);
    }

    @Test
    void letsWhatIsSaidOfOneSubjectGoBeforeWhatIsSaidOfAll() {
        assertThat(findings(List.of(log, cart), accept("FM1901", "all are small"), accept("FM1901 shop.log", "is old")))
                .containsExactly(log.acceptedBecause("is old"), cart.acceptedBecause("all are small"));
    }

    @Test
    void letsTheFirstOfTwoReasonsCount() {
        assertThat(findings(List.of(log), accept("FM1901", "first"), accept("FM1901", "second")))
                .containsExactly(log.acceptedBecause("first"));
    }

    @Test
    void refusesToAcceptABlockerThatNobodyCanAccept() {
        List<Finding> findings = findings(List.of(strict), accept("FM1902", "please"));

        assertThat(findings).first().isEqualTo(strict);
        new Said(findings.subList(1, 2))
                .blocks(
                        "FM1098",
                        "acceptance of FM1902",
                        "cannot be accepted",
                        "Data is lost.",
                        "Put right what FM1902");
    }

    @Test
    void acceptsALesserFindingOfARuleThatNobodyCanAccept() {
        Finding warning = STRICT.warning("source", "seen", "look");

        assertThat(findings(List.of(warning), accept("FM1902", "looked")))
                .containsExactly(warning.acceptedBecause("looked"));
    }

    @Test
    void acceptsWhatIsUnknown() {
        Finding unknown = STRICT.unknown("source", "denied");

        assertThat(findings(List.of(unknown), accept("FM1902", "looked by hand")))
                .containsExactly(unknown.acceptedBecause("looked by hand"));
    }

    @Test
    void warnsOfAnAcceptanceOfNothing() {
        new Said(findings(List.of(), accept("FM1901 shop.lgo", "small")))
                .warns(
                        "FM1099",
                        "acceptance of FM1901 shop.lgo",
                        "There is no finding FM1901 shop.lgo",
                        "as the finding");
        new Said(findings(List.of(), accept("FM1999", "small")))
                .warns("FM1099", "acceptance of FM1999", "no check with the code FM1999", "Correct the code");
    }

    private static List<Finding> findings(List<Finding> findings, Acceptance... acceptances) {
        return new AcceptedFindings(Catalogue.of(List.of(FREE, STRICT)), List.of(acceptances)).of(findings);
    }

    private static Acceptance accept(String target, String reason) {
        return Acceptance.parse(target, reason).orElseThrow();
    }
}
