package io.flexmigrate.engine;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Events in the order in which they came, for any thread; a list of those so far costs the same however many they are.
 *
 * <p>A stage asks its journal again and again, and a long run has many thousands of events: a copy each time would make that
 * quadratic.
 */
public final class EventHistory {

    private static final int ROOM = 64;

    private Event[] events;
    private int size;

    public EventHistory(List<Event> events) {
        this.events = events.toArray(new Event[events.size() + ROOM]);
        this.size = events.size();
    }

    public synchronized void add(Event event) {
        if (size == events.length) {
            events = Arrays.copyOf(events, 2 * size);
        }
        events[size] = event;
        size++;
    }

    /** All events so far, oldest first; what comes later does not change this list. */
    public synchronized List<Event> soFar() {
        return new Beginning(events, size);
    }

    /** The first so many of an array in which only what is behind them is written any more. */
    private static final class Beginning extends AbstractList<Event> implements RandomAccess {

        private final Event[] events;
        private final int size;

        private Beginning(Event[] events, int size) {
            this.events = events;
            this.size = size;
        }

        @Override
        public Event get(int index) {
            return events[Objects.checkIndex(index, size)];
        }

        @Override
        public int size() {
            return size;
        }
    }
}
