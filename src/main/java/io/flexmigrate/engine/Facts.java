package io.flexmigrate.engine;

import io.flexmigrate.model.Fact;
import java.util.Map;
import java.util.Optional;

/** The facts that earlier stages left. */
public final class Facts {

    private final Map<StageName, Fact> byStage;

    Facts(Map<StageName, Fact> byStage) {
        this.byStage = Map.copyOf(byStage);
    }

    /**
     * The fact of this kind.
     *
     * @throws IllegalStateException when no stage has left one, which the order of the stages rules out
     */
    public <F extends Fact> F get(Class<F> kind) {
        return find(kind).orElseThrow(() -> new IllegalStateException("no stage has left " + kind.getSimpleName()));
    }

    public <F extends Fact> Optional<F> find(Class<F> kind) {
        return byStage.values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
