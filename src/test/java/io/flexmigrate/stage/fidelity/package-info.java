@NullMarked
package io.flexmigrate.stage.fidelity;

import org.jspecify.annotations.NullMarked;
