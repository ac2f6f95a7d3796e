package io.flexmigrate.report;

import io.flexmigrate.engine.Testimony;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A testimony as the template of the page wants it: texts and lists. */
record EvidencePage(
        String plan,
        String run,
        String program,
        String made,
        String started,
        List<SideText> sides,
        String verdict,
        String verdictClass,
        String sentence,
        List<EvidenceSection> sections,
        List<EvidenceSection.Line> accepted,
        List<String> notProven,
        List<String> warnings) {

    /** One side. */
    record SideText(String role, String address, String version, String uuid) {

        static SideText of(String role, Testimony.Side side) {
            return new SideText(
                    role,
                    side.host() + ":" + side.port(),
                    "MySQL " + side.version(),
                    side.uuid().isEmpty() ? "server_uuid unknown" : side.uuid());
        }
    }

    static EvidencePage of(Testimony testimony, ZoneId zone) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT)
                .withZone(zone);
        boolean still = testimony.afterFence().read() && testimony.afterFence().changes() == 0;
        List<EvidenceSection> sections = new ArrayList<>(List.of(
                EvidenceSection.fence(testimony), EvidenceSection.rows(testimony), EvidenceSection.seals(testimony)));
        sections.add(EvidenceSection.pause(testimony));
        sections.add(EvidenceSection.times(testimony, zone));
        return new EvidencePage(
                testimony.plan(),
                testimony.run(),
                testimony.program(),
                day.format(testimony.made()),
                day.format(testimony.started()),
                List.of(SideText.of("From", testimony.source()), SideText.of("To", testimony.target())),
                still ? "FINISHED" : "FINISHED, BUT",
                still ? "ready" : "incomplete",
                sentence(testimony, still),
                sections,
                testimony.accepted().stream()
                        .map(accepted ->
                                new EvidenceSection.Line(accepted.code() + " " + accepted.subject(), accepted.reason()))
                        .toList(),
                testimony.notProven(),
                testimony.warnings());
    }

    private static String sentence(Testimony testimony, boolean still) {
        String fence = testimony.fence().coordinates().toString();
        return still
                ? "The target applied everything the source had written up to " + fence
                        + ", and the source wrote nothing after that."
                : "It is not known whether the source wrote anything after " + fence + ".";
    }

    boolean hasAccepted() {
        return !accepted.isEmpty();
    }

    boolean hasWarnings() {
        return !warnings.isEmpty();
    }

    /** Details of a step, as a person reads them. */
    static String words(Map<String, String> details) {
        return String.join(
                ", ",
                new TreeMap<>(details)
                        .entrySet().stream()
                                .map(entry -> entry.getKey().replace('_', ' ') + " " + entry.getValue())
                                .toList());
    }
}
