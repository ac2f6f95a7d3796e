package io.flexmigrate.web;

/** What is shown of a run; made anew at each call, by any thread. */
public interface Shown {

    /** The whole page. */
    String page();

    /** The parts of the page that change. */
    String parts();

    /** The same for programs, as JSON. */
    String json();

    /** The numbers in Prometheus' text format. */
    String metrics();

    /**
     * Why there is nothing to show, such as a run that has not begun.
     *
     * <p>Any of the others throws it.
     */
    final class NothingException extends RuntimeException {

        /** @param message a sentence for people */
        public NothingException(String message) {
            super(message);
        }
    }
}
