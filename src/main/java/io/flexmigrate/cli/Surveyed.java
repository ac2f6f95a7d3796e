package io.flexmigrate.cli;

import io.flexmigrate.stage.assess.SourceSurvey;
import io.flexmigrate.stage.assess.SourceSurvey.DatabaseSize;
import io.flexmigrate.stage.assess.TargetSurvey;
import java.util.List;

/** What both servers said. */
record Surveyed(SourceSurvey source, TargetSurvey target) {

    List<String> databases() {
        return source.databases().stream().map(DatabaseSize::name).toList();
    }

    long bytes() {
        return source.databases().stream().mapToLong(DatabaseSize::bytes).sum();
    }

    int tables() {
        return source.databases().stream().mapToInt(DatabaseSize::tables).sum();
    }
}
