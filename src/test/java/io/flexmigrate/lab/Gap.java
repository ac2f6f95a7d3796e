package io.flexmigrate.lab;

import java.time.Duration;
import java.time.Instant;

/** A time in which no client had a commit acknowledged. */
public record Gap(Instant began, Duration length) implements Comparable<Gap> {

    /** Whether any of it lies between the two moments. */
    public boolean touches(Instant from, Instant to) {
        return began.isBefore(to) && began.plus(length).isAfter(from);
    }

    /** The longer, the greater. */
    @Override
    public int compareTo(Gap other) {
        return length.compareTo(other.length);
    }
}
