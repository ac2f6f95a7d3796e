package io.flexmigrate.engine;

/**
 * One thing that was written down when a migration ended, looked at again.
 *
 * @param what it says, in a few words
 * @param words what was found now
 */
public record Claim(String what, Standing standing, String words) {

    /** Whether it is still so. */
    public enum Standing {
        HOLDS("holds"),
        FAILS("does not hold"),
        UNTOLD("cannot be told any more");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public static Claim holds(String what, String words) {
        return new Claim(what, Standing.HOLDS, words);
    }

    public static Claim fails(String what, String words) {
        return new Claim(what, Standing.FAILS, words);
    }

    public static Claim untold(String what, String words) {
        return new Claim(what, Standing.UNTOLD, words);
    }

    /** Holds when both are the same. */
    public static Claim same(String what, String then, String now) {
        return then.equals(now) ? holds(what, now) : fails(what, "was " + then + ", is " + now);
    }
}
