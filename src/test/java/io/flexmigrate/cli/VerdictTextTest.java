package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.TableName;
import io.flexmigrate.stage.verify.Coverage;
import io.flexmigrate.stage.verify.Extent;
import io.flexmigrate.stage.verify.RowDifference;
import io.flexmigrate.stage.verify.RowPlace;
import io.flexmigrate.stage.verify.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTextTest {

    private static final TableName TABLE = new TableName("shop", "or\nders\u001b[31m");

    @Test
    void makesVisibleWhateverANameHolds() {
        String text = new VerdictText(false, Extent.FULL).write(List.of(different()));

        assertThat(text)
                .startsWith("shop.or\\nders\\u001b[31m differs:\n    row (a\\nb '1') is missing on the target\n");
    }

    @Test
    void saysHowMuchASampleIsAndWhatItDoesNotProve() {
        Extent sample = new Extent(Extent.Mode.SAMPLE, 20, 42);

        assertThat(new VerdictText(false, sample).write(List.of(equal(3, 41), equal(1, 1))))
                .contains(
                        ": 3 of 41 chunks\n4 of 42 chunk(s)", "--seed 42", "Not proven: the rows of all other chunks");
        assertThat(new VerdictText(false, sample).write(List.of(equal(2, 2)))).doesNotContain("Not proven");
    }

    private static Verdict different() {
        RowDifference row = new RowDifference(
                TABLE,
                RowDifference.Kind.MISSING,
                "a\nb '1'",
                "a\nb '1'",
                List.of(),
                new RowPlace.ByKey(new RowKey(List.of("1"))));
        return new Verdict(TABLE, Verdict.Kind.DIFFERENT, "", List.of(row), true, new Coverage(1, 1), Duration.ZERO);
    }

    private static Verdict equal(long compared, long all) {
        return new Verdict(TABLE, Verdict.Kind.EQUAL, "", List.of(), true, new Coverage(compared, all), Duration.ZERO);
    }
}
