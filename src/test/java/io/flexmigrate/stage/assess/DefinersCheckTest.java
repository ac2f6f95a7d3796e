package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.SchemaObject.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinersCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAGoodSource() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOnceOfADefinerThatIsMissing() {
        source.with(new StoredCode(List.of(
                DataSamples.stored(Kind.VIEW, "v", "", "select 1"), DataSamples.stored(Kind.EVENT, "e", "", "DO 1"))));

        said().warns("FM1207", "definer root@%", "view shop.v, event shop.e", "CREATE USER 'root'@'%' ACCOUNT LOCK;");
    }

    @Test
    void hasNothingAgainstADefinerThatIsThere() {
        source.with(new StoredCode(List.of(DataSamples.stored(Kind.VIEW, "v", "", "select 1"))));
        source.accounts = List.of(AccountSample.of("root@%").build());

        assertThat(said().findings()).isEmpty();
    }

    private Said said() {
        return DataSamples.said(new DefinersCheck(), source);
    }
}
