package io.flexmigrate.stage.wayback;

import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.plan.WayIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A look at a way back that stands. */
record WayBackLook(BackEnds ends) {

    List<String> complaints() {
        WayIn place = ends.plan().target().replication();
        Optional<ReplicaStatus> status = ends.channel().status().filter(seen -> WayBackLink.leadsTo(seen, place));
        if (status.isEmpty()) {
            return List.of();
        }
        List<String> complaints = new ArrayList<>();
        if (!status.get().isHealthy()) {
            complaints.add("The way back does not run: " + new WayBackTrouble(place, status).errors());
        }
        if (ends.channel().filter().isEmpty()) {
            complaints.add(
                    "The way back lost its filter, as it does at a restart of the source: what is done to accounts on the"
                            + " target is repeated on the source. Stop it there:\n"
                            + ends.channel().removal().lines().findFirst().orElse(""));
        }
        return complaints;
    }
}
