package io.flexmigrate.stage.cutover;

/**
 * What the two servers of a crossing are called, for people.
 *
 * @param closed the one that the writes leave
 * @param opened the one that takes them
 */
record Ends(String closed, String opened) {

    static final Ends OVER = new Ends("source", "target");

    static final Ends BACK = new Ends("target", "source");
}
