/**
 * MyDumper and MyLoader: their versions and options as data, requests as commands, their metadata as coordinates, their log
 * lines as signals, and what they are known to spoil.
 *
 * <p>The only room that knows the tools' options and file formats. Nothing in it talks to a server.
 */
@NullMarked
package io.flexmigrate.mydumper;

import org.jspecify.annotations.NullMarked;
