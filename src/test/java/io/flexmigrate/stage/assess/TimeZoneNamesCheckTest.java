package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.SchemaObject.Kind;
import io.flexmigrate.model.StoredObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZoneNamesCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstEmptyTablesThatNobodyNeeds() {
        source.with("time_zone", "SYSTEM");
        source.with(new StoredCode(List.of(event("+00:00"), view("SELECT 1"))));

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstNamesThatTheTargetKnows() {
        source.with("time_zone", "Europe/Berlin");
        target.with(new TimeZoneTables(true));

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfASourceWithANamedZone() {
        source.with("time_zone", "Europe/Berlin");

        said().warns(
                        "FM1407",
                        "target time zone tables",
                        "time_zone Europe/Berlin",
                        "CALL mysql.az_load_timezone;",
                        "az mysql flexible-server restart --resource-group <resource-group> --name shop");
    }

    @Test
    void warnsOfAnEventMadeUnderANamedZone() {
        source.with(new StoredCode(List.of(event("America/Lima"))));

        said().warns("FM1407", "target time zone tables", "event shop.nightly (America/Lima)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"convert_tz (a, @x, b)", "CONVERT_TZ(NOW(), '+00:00', 'Asia/Tokyo')"})
    void warnsOfConversionsBetweenNames(String conversion) {
        source.with(new StoredCode(List.of(view("SELECT " + conversion))));

        said().warns("FM1407", "target time zone tables", "view shop.hours (CONVERT_TZ)");
    }

    @Test
    void hasNothingAgainstConversionsBetweenOffsets() {
        source.with(new StoredCode(List.of(view("SELECT CONVERT_TZ(a, '+00:00', '+02:00')"))));

        assertThat(said().findings()).isEmpty();
    }

    private static StoredObject event(String zone) {
        return DataSamples.stored(Kind.EVENT, "nightly", "", "SELECT 1", zone);
    }

    private static StoredObject view(String query) {
        return DataSamples.stored(Kind.VIEW, "hours", "", query);
    }

    private Said said() {
        return new Said(
                new TimeZoneNamesCheck().findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
