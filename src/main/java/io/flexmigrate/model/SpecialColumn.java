package io.flexmigrate.model;

/**
 * A column that some release of mydumper spoils.
 *
 * @param type as {@code information_schema} writes it in full, such as {@code enum('a','')}
 * @param extra as {@code information_schema} says it, such as {@code DEFAULT_GENERATED}
 */
public record SpecialColumn(TableName table, String column, String type, String extra) {}
