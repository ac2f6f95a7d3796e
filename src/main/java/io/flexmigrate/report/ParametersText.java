package io.flexmigrate.report;

import io.flexmigrate.planning.AssessmentResult.ParameterAdvice;
import java.util.List;
import java.util.function.Function;

/** Settings of the target for the load, with the lines to paste. */
record ParametersText(TextPage page) {

    void write(List<ParameterAdvice> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        page.heading("Parameters of the target for the load");
        for (ParameterAdvice parameter : parameters) {
            String change = parameter.name() + ": " + parameter.now() + " -> " + parameter.forTheLoad() + ": ";
            page.sentence("  ", Visible.line(change + parameter.why()));
        }
        paste("Before LOAD:", parameters, ParameterAdvice::before);
        paste("After the migration:", parameters, ParameterAdvice::after);
    }

    private void paste(String when, List<ParameterAdvice> parameters, Function<ParameterAdvice, String> command) {
        page.blank();
        page.verbatim(2, when);
        parameters.stream()
                .map(command)
                .filter(text -> !text.isBlank())
                .flatMap(text -> Visible.lines(text).lines())
                .forEach(line -> page.verbatim(2, line));
    }
}
