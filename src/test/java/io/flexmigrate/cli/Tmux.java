package io.flexmigrate.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real terminal of any size in which a shell runs one command, and stays when that has ended. */
record Tmux(Path socket) implements AutoCloseable {

    static Tmux start(Path directory, int columns, int rows, String command) throws Exception {
        Path script = Files.writeString(
                directory.resolve("in-terminal.sh"), "trap : INT\n" + command + "\necho \"ended with $?\"\nexec sleep 600\n");
        Tmux tmux = new Tmux(directory.resolve("tmux"));
        tmux.run(
                "-u",
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                size(columns),
                "-y",
                size(rows),
                "env LC_ALL=C.UTF-8 sh " + script);
        return tmux;
    }

    private static String size(int number) {
        return Integer.toString(number);
    }

    void resize(int columns, int rows) throws Exception {
        run("resize-window", "-x", size(columns), "-y", size(rows));
    }

    void type(String key) throws Exception {
        run("send-keys", key);
    }

    /** What is to be seen now. */
    String shown() throws Exception {
        return run("capture-pane", "-p");
    }

    /** The same with all that has left at the top. */
    String shownEver() throws Exception {
        return run("capture-pane", "-p", "-S", "-");
    }

    /** Column and row of the cursor. */
    String cursor() throws Exception {
        return run("display-message", "-p", "#{cursor_x},#{cursor_y}").strip();
    }

    List<String> lines() throws Exception {
        return shown().lines().toList();
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + output);
        }
        return output;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("kill-server");
    }
}
