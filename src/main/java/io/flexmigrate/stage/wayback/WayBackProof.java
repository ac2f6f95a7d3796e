package io.flexmigrate.stage.wayback;

import java.time.Duration;

/**
 * What was found of a way back before the fence.
 *
 * @param stands whether it runs and both directions were proven
 * @param back how long a row from the target took to the source
 * @param forward how long a row from the source took to the target
 * @param trouble why it does not stand; empty when it does
 */
public record WayBackProof(boolean stands, Duration back, Duration forward, String trouble) {

    static WayBackProof none(String trouble) {
        return new WayBackProof(false, Duration.ZERO, Duration.ZERO, trouble);
    }
}
