package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.ObjectName;
import io.flexmigrate.model.SchemaObject.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemovedFeaturesCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstAGoodSource() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksSyntaxThat80DoesNotKnow() {
        source.version = "5.7.22";
        assertThat(List.of(
                        "SELECT a FROM t GROUP BY a, (b) DESC",
                        "SELECT PASSWORD('a')",
                        "SELECT SQL_CACHE 1",
                        "FLUSH QUERY CACHE",
                        "SELECT \\N",
                        "SELECT * FROM t PROCEDURE ANALYSE()",
                        "GRANT SELECT ON a.* TO b IDENTIFIED BY 'c'",
                        "SELECT @@session.tx_isolation",
                        "SET SESSION tx_isolation = 'SERIALIZABLE'"))
                .allSatisfy(code -> of(code).blocks("FM1220", "procedure shop.p"));
    }

    @Test
    void warnsOfFunctionsAndTablesThatAreMissedWhenTheCodeRuns() {
        source.version = "5.7.22";
        assertThat(List.of(
                        "SELECT ASTEXT(a)",
                        "SELECT ENCODE('a', 'b')",
                        "SELECT * FROM information_schema.global_status"))
                .allSatisfy(code -> of(code).warns("FM1221", "procedure shop.p"));
    }

    @Test
    void blocksAViewOfSuchAFunction() {
        source.version = "5.7.22";
        source.with(new StoredCode(List.of(DataSamples.stored(Kind.VIEW, "v", "", "select encode('a','b') AS `e`"))));

        said().blocks("FM1220", "view shop.v", "encode()");
    }

    @Test
    void hasNothingAgainstWhatLooksSimilar() {
        source.version = "5.7.22";
        assertThat(List.of(
                        "SELECT a FROM t GROUP BY a ORDER BY a DESC",
                        "SELECT GROUP_CONCAT(a ORDER BY a DESC) FROM t GROUP BY b",
                        "SELECT (SELECT 1 FROM t GROUP BY a) FROM t ORDER BY b DESC",
                        "INSERT INTO area (id) VALUES (1)",
                        "SELECT shop.distance(1)",
                        "SELECT 'PASSWORD(1)', `x` -- ASTEXT(a)",
                        "SET NEW.a = OLD.b"))
                .allSatisfy(code -> assertThat(of(code).findings()).isEmpty());
    }

    @Test
    void hasNothingAgainstAFunctionThatPeopleMade() {
        source.version = "5.7.22";
        source.objects = List.of(new ObjectName(Kind.FUNCTION, "shop", "area"));
        source.with(new StoredCode(List.of(
                DataSamples.stored(Kind.FUNCTION, "area", "", "RETURN 1"),
                DataSamples.stored(Kind.PROCEDURE, "p", "", "SELECT area(1)"))));

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksTheOldWordsOfReplicationFrom84On() {
        target.version = "8.4.0";

        of("STOP SLAVE").blocks("FM1220", "procedure shop.p", "STOP REPLICA");
    }

    @Test
    void blocksAGeneratedColumn() {
        source.version = "5.7.22";
        source.with(DataSamples.columns(
                DataSamples.column("g", "text", "text", "", Optional.empty(), "VIRTUAL GENERATED", "encode('a','b')")));

        said().blocks("FM1222", "shop.orders.g", "encode()");
    }

    private Said of(String code) {
        source.with(new StoredCode(List.of(DataSamples.stored(Kind.PROCEDURE, "p", "", code))));
        return said();
    }

    private Said said() {
        return DataSamples.said(new RemovedFeaturesCheck(), source, target);
    }
}
