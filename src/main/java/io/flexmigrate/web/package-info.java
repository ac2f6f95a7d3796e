/**
 * What a browser or Prometheus gets of a run: the one room that listens.
 *
 * <p>It answers and never acts: nothing here can change a run. It listens on the loopback interface unless told otherwise, and
 * elsewhere only with a token. Of the libraries it knows the JDK's {@code com.sun.net.httpserver} and Prometheus' client.
 * Imports {@code engine}, {@code model} and {@code time}.
 */
@NullMarked
package io.flexmigrate.web;

import org.jspecify.annotations.NullMarked;
