package io.flexmigrate.stage.flip;

import io.flexmigrate.model.Secret;
import io.flexmigrate.plan.FlipHook;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A POST of the facts; only an answer of 200 to 299 means that it was heard.
 *
 * @param headers with their secrets
 */
record WebhookFlip(FlipHook.Webhook hook, HookFacts facts, Map<String, Secret> headers) implements Flip {

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
        int status = status(client.sendAsync(request.build(), BodyHandlers.discarding()));
        if (status / HUNDRED != HEARD) {
            throw new FlipException("it was answered with status " + status);
        }
    }

    /** Waits for the whole answer: the client's own timeout ends with its head, and a body may never end. */
    private int status(CompletableFuture<HttpResponse<Void>> answer) throws InterruptedException {
        try {
            return answer.get(hook.timeout().toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (ExecutionException failure) {
            throw new FlipException("it was not heard: " + failure.getCause(), failure);
        } catch (TimeoutException late) {
            throw new FlipException(
                    "it was not answered within " + hook.timeout().toMillis() + " ms", late);
        } finally {
            answer.cancel(true);
        }
    }
}
