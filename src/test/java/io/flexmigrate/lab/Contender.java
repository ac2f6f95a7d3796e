package io.flexmigrate.lab;

import java.io.IOException;

/** A way to bring the data of a bench from its source to its target. */
interface Contender {

    String name();

    /** Does it once, on a target without the data. */
    Round run() throws IOException, InterruptedException;
}
