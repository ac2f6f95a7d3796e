package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.SchemaObject.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReservedWordsCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstAGoodSource() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksCodeThatUsesTheWordWithoutQuotes() {
        source.version = "5.7.22";
        procedure("CREATE DEFINER=`root`@`%` PROCEDURE `p`() SELECT rank FROM t");

        said().blocks("FM1215", "procedure shop.p", "RANK", "`rank`");
    }

    @Test
    void hasNothingAgainstTheWordBetweenQuotesOrAfterADot() {
        source.version = "5.7.22";
        procedure("CREATE DEFINER=`root`@`%` PROCEDURE `p`() SELECT `rank`, t.rank, 'rank' FROM t -- rank");

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstWordsThatWereKeywordsAlready() {
        source.version = "5.7.22";
        procedure("CREATE DEFINER=`root`@`%` FUNCTION `p`() RETURNS INT BEGIN DROP FUNCTION x; RETURN ROW(1, 2); END");

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstWordsThatTheSourceReserves() {
        procedure("CREATE DEFINER=`root`@`%` PROCEDURE `p`() SELECT rank FROM t");

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOncePerWordOfNames() {
        source.version = "5.7.22";
        source.with(DataSamples.columns(DataSamples.column("Rank", "int", "int")));

        said().warns("FM1216", "reserved word RANK", "shop.orders.Rank", "`rank`");
    }

    @Test
    void knowsTheWordsOfLaterVersions() {
        target.version = "8.4.0";
        source.with(DataSamples.columns(DataSamples.column("manual", "int", "int")));

        said().warns("FM1216", "reserved word MANUAL");
    }

    private void procedure(String definition) {
        source.with(new StoredCode(List.of(DataSamples.stored(Kind.PROCEDURE, "p", "", definition))));
    }

    private Said said() {
        return DataSamples.said(new ReservedWordsCheck(), source, target);
    }
}
