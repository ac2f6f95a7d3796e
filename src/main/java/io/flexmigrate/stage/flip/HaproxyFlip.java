package io.flexmigrate.stage.flip;

import io.flexmigrate.plan.FlipHook;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Orders for an HAProxy, which is asked afterwards where its clients go: docs.haproxy.org/2.6/management.html section 9.3.
 *
 * @param api its runtime API
 */
record HaproxyFlip(FlipHook.Haproxy hook, HaproxyApi api) implements Flip {

    /** What its list of servers begins with: the number of its version, and the names of the columns. */
    private static final Pattern STATES = Pattern.compile("^\\d+\\R# be_id ", Pattern.MULTILINE);

    /** Operational state of a server that runs. */
    private static final String RUNNING = "2";

    /** Bit of the administrative state: forced maintenance. */
    private static final int MAINTENANCE = 1;

    private static final int NAME = 3;
    private static final int OPERATIONAL = 4 + 1;
    private static final int ADMINISTRATIVE = 6;

    @Override
    public String shown() {
        return "HAProxy at " + hook.api() + ": " + hook.backend() + " from " + hook.source() + " to " + hook.target();
    }

    @Override
    public Optional<String> objection() throws InterruptedException {
        try {
            String states = states();
            state(states, hook.source());
            state(states, hook.target());
            return Optional.empty();
        } catch (FlipException failure) {
            return Optional.ofNullable(failure.getMessage());
        }
    }

    @Override
    public boolean turnsProxy() {
        return true;
    }

    @Override
    public void run() throws InterruptedException {
        // all in one request, the new server first: a client that connects in between is served or cut off, never
        // turned away
        String answer = api.ask("set server " + server(hook.target()) + " state ready; set server "
                + server(hook.source()) + " state maint; shutdown sessions server " + server(hook.source()) + "; "
                + showStates());
        Matcher listing = STATES.matcher(answer);
        String refusal = listing.find() ? answer.substring(0, listing.start()) : answer;
        if (!refusal.isBlank()) {
            throw new FlipException("it refused: " + refusal.strip());
        }
        String states = answer.substring(refusal.length());
        if (!takesClients(states, hook.target())) {
            throw new FlipException("it took the orders, but " + server(hook.target()) + " does not run");
        }
        if (takesClients(states, hook.source())) {
            throw new FlipException("it took the orders, but " + server(hook.source()) + " still takes clients");
        }
    }

    private String server(String name) {
        return hook.backend() + "/" + name;
    }

    private String states() throws InterruptedException {
        return api.ask(showStates());
    }

    private String showStates() {
        return "show servers state " + hook.backend();
    }

    private boolean takesClients(String states, String server) {
        String[] state = state(states, server);
        return state[OPERATIONAL].equals(RUNNING) && (Integer.parseInt(state[ADMINISTRATIVE]) & MAINTENANCE) == 0;
    }

    private String[] state(String states, String server) {
        return states.lines()
                .map(line -> line.split(" ", -1))
                .filter(fields -> fields.length > ADMINISTRATIVE && fields[NAME].equals(server))
                .findFirst()
                .orElseThrow(() -> new FlipException("it knows no server " + server(server) + ": "
                        + states.lines().findFirst().orElse("it said nothing")));
    }
}
