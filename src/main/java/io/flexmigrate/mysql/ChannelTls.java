package io.flexmigrate.mysql;

/**
 * How a channel is encrypted.
 *
 * @param ca a file on the replica's machine with the certificates to trust; empty: whom it talks to is not checked
 */
public record ChannelTls(boolean on, String ca) {}
