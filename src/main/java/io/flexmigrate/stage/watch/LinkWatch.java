package io.flexmigrate.stage.watch;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.LinkLook;
import io.flexmigrate.model.LinkVerdict;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.wayback.WayBack;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Looks at a link that stays, as often as it is asked to. */
public final class LinkWatch {

    private final LinkCheck check;
    private final Link.Opener links;
    private final DriftNotes drift;
    private final WayBack wayBack;

    public LinkWatch(Plan.Watch bounds, Link.Opener links, DriftNotes drift, WayBack wayBack, InstantSource clock) {
        this.check = new LinkCheck(bounds, clock);
        this.links = links;
        this.drift = drift;
        this.wayBack = wayBack;
    }

    /** Takes a look: whatever is wrong is in it. */
    public LinkLook look(Facts facts) {
        try (Link link = links.open(facts.get(Fact.Assessed.class))) {
            List<String> notes = new ArrayList<>(drift.notes(facts));
            notes.addAll(wayBack.complaints());
            return check.look(link, notes);
        } catch (MySqlException unreachable) {
            return check.failed(LinkVerdict.UNREACHABLE, String.valueOf(unreachable.getMessage()), List.of());
        }
    }
}
