package io.flexmigrate.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One look at a link that stays.
 *
 * @param lag how long the target took to apply what the source had written; empty when it did not within the bound
 * @param source where the source stood; empty when it was not seen
 * @param applied up to where the target had applied; empty when it was not seen
 * @param message what is wrong, and what to do; empty when nothing is
 * @param notes what a person should know besides, such as accounts that changed
 * @param provenSince since when every row is proven equal, as far as nobody changed it later; empty when that is not known
 */
public record LinkLook(
        Instant at,
        LinkVerdict verdict,
        Optional<Duration> lag,
        String source,
        String applied,
        String message,
        List<String> notes,
        Optional<Instant> provenSince) {

    public LinkLook {
        notes = List.copyOf(notes);
    }

    /** The same with the time of the oldest proof. */
    public LinkLook provenSince(Optional<Instant> oldest) {
        return new LinkLook(at, verdict, lag, source, applied, message, notes, oldest);
    }

    /** The same of a target that differs; a link that does not work comes first. */
    public LinkLook differing(String words) {
        return verdict == LinkVerdict.IN_SYNC || verdict == LinkVerdict.LAGGING
                ? new LinkLook(at, LinkVerdict.DIFFERENT, lag, source, applied, words, notes, provenSince)
                : this;
    }

    /** Whether somebody who saw the other need not be told of this one. */
    public boolean saysNothingNewAfter(LinkLook other) {
        return verdict == other.verdict && message.equals(other.message) && notes.equals(other.notes);
    }
}
