/** Tests of what listens. */
@NullMarked
package io.flexmigrate.web;

import org.jspecify.annotations.NullMarked;
