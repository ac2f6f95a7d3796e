package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A change to a plan on disk. */
record PlanEdit(Path plan) {

    /** Replaces a text that must be there, where it stands first. */
    Path replacing(String text, String other) throws IOException {
        String content = Files.readString(plan);
        int position = content.indexOf(text);
        assertThat(position).as("place of %s in the plan", text).isNotNegative();
        String changed = content.substring(0, position) + other + content.substring(position + text.length());
        return Files.writeString(plan, changed);
    }
}
