package io.flexmigrate.engine;

/**
 * A step inside a stage that changes the world, or one that a person wants to see.
 *
 * @param name what is done, such as {@code create-database} or {@code FENCED}
 * @param subject the thing it is done to; empty when there is only one
 */
public record Step(String name, String subject) {

    public static Step of(String name) {
        return new Step(name, "");
    }

    @Override
    public String toString() {
        return subject.isEmpty() ? name : name + " " + subject;
    }
}
