@NullMarked
package io.flexmigrate.mysql.binlog;

import org.jspecify.annotations.NullMarked;
