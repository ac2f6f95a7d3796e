package io.flexmigrate.stage.assess;

import io.flexmigrate.model.ReplicaStatus;
import java.util.Optional;

/** A server's status as a replica of another. */
record ReplicaState(Optional<ReplicaStatus> status) implements Part {}
