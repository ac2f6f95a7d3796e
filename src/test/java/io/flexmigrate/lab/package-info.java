/**
 * Real servers to test against, a flexible server's behaviour on a plain one, a dataset that breaks migrations, and
 * clients that know what they committed. Nothing here ships; plain JDBC and {@code mysqld} options are allowed.
 */
@NullMarked
package io.flexmigrate.lab;

import org.jspecify.annotations.NullMarked;
