package io.flexmigrate.model;

/** What one look at a link that stays says of it. */
public enum LinkVerdict {
    /** Both threads run, and the lag is within its bound. */
    IN_SYNC("in sync"),
    /** It works, but the target is further behind than it may be. */
    LAGGING("lagging"),
    /** It works, and yet rows are not the same on both sides. */
    DIFFERENT("different"),
    /** It does not work, and does not mend itself. */
    BROKEN("broken"),
    /** It cannot be told, because a server does not answer. */
    UNREACHABLE("unreachable");

    private final String words;

    LinkVerdict(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
