package io.flexmigrate.testing;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Journal;
import io.flexmigrate.engine.JournalException;
import java.util.ArrayList;
import java.util.List;

/** A journal that outlives the crashes it plays. */
public final class MemoryJournal implements Journal {

    private enum Disaster {
        NONE,
        CRASH_BEFORE,
        CRASH_AFTER,
        DISK_FULL
    }

    private final List<Event> events = new ArrayList<>();
    private Disaster disaster = Disaster.NONE;
    private int left;

    /** Crashes once the n-th append from now, counted from 1, is on disk. */
    public MemoryJournal crashAfter(int appends) {
        return plan(Disaster.CRASH_AFTER, appends);
    }

    /** Crashes when the n-th append from now, counted from 1, is asked for and not yet on disk. */
    public MemoryJournal crashBefore(int appends) {
        return plan(Disaster.CRASH_BEFORE, appends);
    }

    /** Refuses the n-th append from now, counted from 1. */
    public MemoryJournal fullAt(int appends) {
        return plan(Disaster.DISK_FULL, appends);
    }

    private MemoryJournal plan(Disaster next, int appends) {
        disaster = next;
        left = appends;
        return this;
    }

    /** Whether the disaster that was planned has not come yet. */
    public boolean awaitsDisaster() {
        return disaster != Disaster.NONE;
    }

    @Override
    public void append(Event event) {
        left--;
        if (left != 0 || disaster == Disaster.NONE) {
            events.add(event);
            return;
        }
        Disaster now = disaster;
        disaster = Disaster.NONE;
        if (now == Disaster.DISK_FULL) {
            throw new JournalException("the disk is full");
        }
        if (now == Disaster.CRASH_AFTER) {
            events.add(event);
        }
        throw new Crash(now + " " + event);
    }

    @Override
    public void note(Event event) {
        append(event);
    }

    @Override
    public List<Event> events() {
        return List.copyOf(events);
    }
}
