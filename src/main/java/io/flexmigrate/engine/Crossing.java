package io.flexmigrate.engine;

/**
 * One way of a group between the servers: the first from the source to the target, the second back, and so on.
 *
 * @param number from 1
 */
public record Crossing(String group, int number) {

    /** Where the writes go. */
    public enum Way {
        /** From the source to the target. */
        OVER,
        /** From the target back to the source. */
        BACK
    }

    public Crossing {
        if (number < 1) {
            throw new IllegalArgumentException("crossings are counted from 1, this is " + number);
        }
    }

    /** The first of a group. */
    public static Crossing first(String group) {
        return new Crossing(group, 1);
    }

    public Way way() {
        return number % 2 == 1 ? Way.OVER : Way.BACK;
    }

    /** The one before it; not of the first. */
    public Crossing previous() {
        return new Crossing(group, number - 1);
    }

    Crossing next() {
        return new Crossing(group, number + 1);
    }
}
