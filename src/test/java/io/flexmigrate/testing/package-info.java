/** Hand-written fakes and samples that tests of several rooms share. */
@NullMarked
package io.flexmigrate.testing;

import org.jspecify.annotations.NullMarked;
