package io.flexmigrate.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The exit codes that a command may end with beside those of every command; its help lists them all. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Exits {

    ExitCode[] value();

    /** What {@link ExitCode#FAILED} means where no stage is walked. */
    String failed() default "";
}
