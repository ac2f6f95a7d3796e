@NullMarked
package io.flexmigrate.plan;

import org.jspecify.annotations.NullMarked;
