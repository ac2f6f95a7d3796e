package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Severity;
import io.flexmigrate.mysql.TableColumns.Column;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpatialCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstAGoodSource() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void mentionsPlaces() {
        source.version = "5.7.22";
        source.with(DataSamples.columns(DataSamples.column("p", "point", "point")));

        assertThat(said().findings()).extracting(Finding::severity).containsExactly(Severity.INFO);
    }

    @Test
    void warnsOfAnIndexThatIsNoLongerUsed() {
        source.version = "5.7.22";
        source.with(DataSamples.columns(
                new Column(SourceSample.ORDERS, "p", "point", "point", "", Optional.empty(), "", "", true, false)));

        said().warns("FM1231", "shop.orders", "not used", "MODIFY `p` POINT NOT NULL SRID <srid>;");
    }

    @Test
    void hasNothingAgainstPlacesBetweenServersOfOneKind() {
        source.with(DataSamples.columns(DataSamples.column("p", "point", "point")));

        assertThat(said().findings()).isEmpty();
    }

    private Said said() {
        return DataSamples.said(new SpatialCheck(), source, target);
    }
}
