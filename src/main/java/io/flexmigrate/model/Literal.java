package io.flexmigrate.model;

/** How a value is written in a statement. */
public enum Literal {
    /** As the server prints it: a whole number or a decimal. */
    NUMBER,
    /** Between quotes, byte by byte. */
    TEXT,
    /** Between quotes and said to be UTF-8, because the server takes no JSON from a binary text. */
    JSON
}
