package io.flexmigrate.stage.flip;

import io.flexmigrate.model.Secret;
import io.flexmigrate.plan.FlipHook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;

/**
 * A POST of the facts; only an answer of 200 to 299 means that it was heard.
 *
 * @param headers with their secrets
 */
record WebhookFlip(FlipHook.Webhook hook, FlipFacts facts, Map<String, Secret> headers) implements Flip {

    private static final int HEARD = 2;
    private static final int HUNDRED = 100;

    @Override
    public String shown() {
        return "POST " + hook.url().getScheme() + "://" + hook.url().getAuthority()
                + hook.url().getPath();
    }

    /** Nothing is sent. */
    @Override
    public Optional<String> objection() {
        try {
            InetAddress.getByName(hook.url().getHost());
            return Optional.empty();
        } catch (UnknownHostException unknown) {
            return Optional.of("nobody knows the host " + hook.url().getHost());
        }
    }

    @Override
    public void run() throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(hook.timeout()).build();
        HttpRequest.Builder request = HttpRequest.newBuilder(hook.url())
                .timeout(hook.timeout())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(facts.json()));
        headers.forEach((name, value) -> request.header(name, value.value()));
        try {
            HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
            if (answer.statusCode() / HUNDRED != HEARD) {
                throw new FlipException("it was answered with status " + answer.statusCode());
            }
        } catch (IOException failure) {
            throw new FlipException("it was not heard: " + failure, failure);
        }
    }
}
