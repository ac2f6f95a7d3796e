package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Severity;
import java.util.List;

/** What a check said, held against what it should say. */
record Said(List<Finding> findings) {

    /** It blocks with one finding, which names what to do about it. */
    Said blocks(String code, String subject, String... words) {
        return one(Severity.BLOCKER, code, subject, words);
    }

    /** It warns with one finding, which names what to do about it. */
    Said warns(String code, String subject, String... words) {
        return one(Severity.WARNING, code, subject, words);
    }

    /** It blocks with a finding for each of these words, by subject or message. */
    Said allBlock(String code, String... words) {
        assertThat(findings).hasSize(words.length).allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.blocks()).isTrue();
            assertThat(finding.remedy()).isNotBlank();
        });
        assertThat(words)
                .allSatisfy(word -> assertThat(findings)
                        .anySatisfy(finding -> assertThat(finding.subject() + " " + finding.message())
                                .contains(word)));
        return this;
    }

    private Said one(Severity severity, String code, String subject, String... words) {
        assertThat(findings)
                .extracting(Finding::severity, Finding::code, Finding::subject)
                .containsExactly(tuple(severity, code, subject));
        Finding finding = findings.get(0);
        assertThat(finding.remedy()).isNotBlank();
        assertThat(words)
                .allSatisfy(word ->
                        assertThat(finding.message() + " " + finding.remedy()).contains(word));
        return this;
    }
}
