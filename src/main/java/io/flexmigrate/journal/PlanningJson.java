package io.flexmigrate.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonGenerator.Feature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Action;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.planning.AssessmentResult;
import io.flexmigrate.planning.AssessmentResult.GroupPlan;
import io.flexmigrate.planning.AssessmentResult.ParameterAdvice;
import io.flexmigrate.planning.AssessmentResult.Server;
import io.flexmigrate.planning.AssessmentResult.Unseen;
import io.flexmigrate.planning.PlanningReport;
import io.flexmigrate.planning.PlanningReport.StageActions;
import io.flexmigrate.planning.Summary;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a planning report for programs, as {@code plan-report.schema.json} says.
 *
 * <p>It is written as it goes, so that a hundred thousand findings need no memory of their own.
 */
public final class PlanningJson {

    /** Counted up when a reader of the former version would misread a report. */
    private static final int VERSION = 1;

    private final JsonMapper mapper = Json.mapper();

    /** One JSON object over several lines, ending in a line feed. */
    public void write(PlanningReport report, Writer writer) throws IOException {
        try (JsonGenerator json = mapper.getFactory().createGenerator(writer)) {
            json.disable(Feature.AUTO_CLOSE_TARGET);
            json.setCharacterEscapes(new VisibleEscapes());
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            head(json, report);
            assessment(json, report.assessment());
            JsonFields.array(json, "stages", report.stages(), PlanningJson::stage);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void head(JsonGenerator json, PlanningReport report) throws IOException {
        json.writeStringField("format", "migrate-plan");
        json.writeNumberField("version", VERSION);
        json.writeStringField("plan", report.plan());
        json.writeStringField("made", report.made().toString());
        json.writeStringField("program", report.program());
        json.writeStringField("workDirectory", report.workDirectory());
        json.writeStringField("verdict", report.verdict().name());
        Summary summary = report.summary();
        json.writeObjectFieldStart("summary");
        json.writeNumberField("blockers", summary.blockers());
        json.writeNumberField("unknown", summary.unknown());
        json.writeNumberField("warnings", summary.warnings());
        json.writeNumberField("infos", summary.infos());
        json.writeNumberField("accepted", summary.accepted());
        json.writeEndObject();
    }

    private static void assessment(JsonGenerator json, AssessmentResult assessment) throws IOException {
        server(json, "source", assessment.source());
        server(json, "target", assessment.target());
        JsonFields.texts(json, "tools", assessment.tools());
        List<Rule> rules = assessment.catalogue().rules().values().stream()
                .sorted(Comparator.comparing(Rule::code))
                .toList();
        JsonFields.array(json, "rules", rules, PlanningJson::rule);
        JsonFields.array(json, "findings", assessment.findings(), PlanningJson::finding);
        JsonFields.array(json, "unseen", assessment.unseen(), PlanningJson::unseen);
        JsonFields.array(json, "tables", assessment.tables(), PlanningJson::table);
        ForecastJson.write(json, assessment.forecast());
        JsonFields.array(json, "groups", assessment.groups(), PlanningJson::group);
        JsonFields.array(json, "parameters", assessment.parameters(), PlanningJson::parameter);
    }

    private static void server(JsonGenerator json, String field, Server server) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("address", server.address());
        JsonFields.textOrNull(json, "version", server.version());
        JsonFields.textOrNull(json, "flavour", server.flavour());
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, Rule rule) throws IOException {
        json.writeStringField("code", rule.code());
        json.writeStringField("title", rule.title());
        json.writeStringField("why", rule.why());
        json.writeStringField("manual", rule.manual());
        json.writeBooleanField("acceptable", rule.acceptable());
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStringField("code", finding.code());
        json.writeStringField("severity", finding.severity().name());
        json.writeStringField("subject", finding.subject());
        json.writeStringField("message", finding.message());
        json.writeStringField("remedy", finding.remedy());
        json.writeStringField("accepted", finding.accepted().orElse(null));
    }

    private static void unseen(JsonGenerator json, Unseen unseen) throws IOException {
        json.writeStringField("subject", unseen.subject());
        json.writeStringField("reason", unseen.reason());
        json.writeStringField("remedy", unseen.remedy());
    }

    private static void table(JsonGenerator json, TableSize table) throws IOException {
        json.writeStringField("database", table.name().database());
        json.writeStringField("table", table.name().table());
        json.writeStringField("engine", table.engine());
        json.writeNumberField("estimatedRows", table.estimatedRows());
        json.writeNumberField("dataBytes", table.dataBytes());
        json.writeNumberField("indexBytes", table.indexBytes());
        json.writeBooleanField("hasPrimaryKey", table.hasPrimaryKey());
    }

    private static void group(JsonGenerator json, GroupPlan group) throws IOException {
        json.writeStringField("name", group.name());
        JsonFields.texts(json, "databases", group.databases());
        List<String> accounts =
                group.accounts().stream().map(AccountName::toString).toList();
        JsonFields.texts(json, "accounts", accounts);
        JsonFields.texts(json, "writers", group.writers());
        JsonFields.texts(json, "reasons", group.reasons());
    }

    private static void parameter(JsonGenerator json, ParameterAdvice parameter) throws IOException {
        json.writeStringField("name", parameter.name());
        json.writeStringField("now", parameter.now());
        json.writeStringField("forTheLoad", parameter.forTheLoad());
        json.writeStringField("why", parameter.why());
        json.writeStringField("before", parameter.before());
        json.writeStringField("after", parameter.after());
    }

    private static void stage(JsonGenerator json, StageActions stage) throws IOException {
        json.writeStringField("stage", stage.stage().name());
        json.writeStringField("purpose", stage.stage().purpose());
        json.writeStringField("undo", stage.stage().undo());
        JsonFields.array(json, "actions", stage.actions(), PlanningJson::action);
        JsonFields.textOrNull(json, "undescribed", stage.undescribed());
    }

    private static void action(JsonGenerator json, Action action) throws IOException {
        json.writeStringField("kind", action.kind().name());
        json.writeStringField("where", action.where());
        json.writeStringField("text", action.text());
    }
}
