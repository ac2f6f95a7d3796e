package io.flexmigrate.model;

/**
 * A foreign key of a table.
 *
 * @param definition as {@code CREATE TABLE} and {@code ALTER TABLE … ADD} write it, name and actions included
 */
public record TableForeignKey(String name, String definition) {}
