package io.flexmigrate.stage.probe;

import io.flexmigrate.planning.Rate;
import io.flexmigrate.planning.Rates;
import java.util.List;
import java.util.Optional;

/**
 * What came of the probes.
 *
 * @param load how fast a slice was dumped and loaded; empty when that was not measured
 * @param writes what the source writes to its binlog; empty when that was not measured
 * @param link what became of the trial link; empty when none was to be tried
 * @param problems why something that was to be measured was not, a sentence each
 * @param leftovers statements that remove what a probe made and could not remove itself
 */
public record Probed(
        Optional<LoadSpeed> load,
        Optional<Rate> writes,
        Optional<LinkVerdict> link,
        List<String> problems,
        List<String> leftovers) {

    /** Nothing was probed. */
    public static final Probed NONE =
            new Probed(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    public Probed {
        problems = List.copyOf(problems);
        leftovers = List.copyOf(leftovers);
    }

    /** Nothing was probed, for this reason. */
    public static Probed nothing(String problem) {
        return new Probed(Optional.empty(), Optional.empty(), Optional.empty(), List.of(problem), List.of());
    }

    /**
     * How fast the tools are.
     *
     * @param dump bytes of table data in a second
     * @param load bytes of table data and secondary indexes in a second
     */
    public record LoadSpeed(Rate dump, Rate load) {}

    /** These rates, with what was measured in place of what was assumed. */
    public Rates over(Rates assumed) {
        Rates rates = load.map(speed -> assumed.measured(
                        speed.dump(),
                        speed.load(),
                        new Rate(
                                speed.load().slowest(),
                                speed.load().fastest(),
                                "derived by size from the load that was measured")))
                .orElse(assumed);
        return writes.map(rates::writing).orElse(rates);
    }

    /** Whether it is known now if the target reaches the source. */
    public boolean isLinkKnown() {
        return link.isPresent() && link.get().outcome() != LinkVerdict.Outcome.NOT_TRIED;
    }
}
