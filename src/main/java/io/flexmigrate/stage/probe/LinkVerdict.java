package io.flexmigrate.stage.probe;

/**
 * What became of a trial link.
 *
 * @param error number of the error that ended it; 0 when there was none
 * @param message the target's words about it, or why nothing was tried
 */
public record LinkVerdict(Outcome outcome, int error, String message) {

    /** The ways in which a trial ends. */
    public enum Outcome {
        /** The source let the target in and missed the file that was asked for: all up to there works. */
        PROVEN,
        /** The target did not come so far. */
        REFUSED,
        /** Nothing was tried. */
        NOT_TRIED
    }

    static LinkVerdict notTried(String reason) {
        return new LinkVerdict(Outcome.NOT_TRIED, 0, reason);
    }

    static LinkVerdict refused(int error, String message) {
        return new LinkVerdict(Outcome.REFUSED, error, message);
    }
}
