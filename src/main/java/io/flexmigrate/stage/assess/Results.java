package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Forecast;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.AssessmentResult;
import io.flexmigrate.planning.AssessmentResult.GroupPlan;
import io.flexmigrate.planning.AssessmentResult.Server;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes of all that was read what a report has to say; what could not be read is left empty, since findings name it. */
record Results(Plan plan, Assessment seen) {

    AssessmentResult result(List<Finding> findings) {
        return new AssessmentResult(
                server(plan.source().endpoint(), seen.source().map(SourceInventory::server)),
                server(plan.target().endpoint(), seen.target().map(TargetInventory::server)),
                Stream.of(seen.tools().mydumper(), seen.tools().myloader())
                        .flatMap(Optional::stream)
                        .map(ToolVersion::toString)
                        .toList(),
                findings,
                Checks.catalogue(),
                List.of(),
                seen.source()
                        .map(source -> orElse(List.<TableSize>of(), source::tables))
                        .orElse(List.of()),
                Forecast.NONE,
                seen.source()
                        .map(source -> orElse(List.<GroupPlan>of(), new GroupPlans(plan, source)::groups))
                        .orElse(List.of()),
                List.of());
    }

    private static Server server(Plan.Endpoint endpoint, Optional<ServerInventory> server) {
        return new Server(
                endpoint.host() + ":" + endpoint.port(),
                server.map(ServerInventory::versionText).orElse(""),
                server.map(seen -> seen.flavour().label()).orElse(""));
    }

    private static <T> T orElse(T otherwise, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadException unread) {
            return otherwise;
        }
    }
}
