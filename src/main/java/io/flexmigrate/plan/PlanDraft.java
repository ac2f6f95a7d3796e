package io.flexmigrate.plan;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.plan.Plan.Group;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan that is about to be written, with what its comments are to say.
 *
 * @param plan its paths are written as they are, relative ones relative to the plan file
 * @param heading what the file is, in sentences
 * @param remarks sentences above a section, a field or a group, by its dotted path, such as {@code cutover.groups[0]}
 * @param alternative other groups, written as a comment above the plan's own; empty when there are none
 */
public record PlanDraft(
        Plan plan, List<String> heading, Map<String, List<String>> remarks, List<GroupDraft> alternative) {

    public PlanDraft {
        heading = List.copyOf(heading);
        Map<String, List<String>> copies = new HashMap<>();
        remarks.forEach((path, sentences) -> copies.put(path, List.copyOf(sentences)));
        remarks = Map.copyOf(copies);
        alternative = List.copyOf(alternative);
    }

    /** A group that is only proposed, and what there is to say of it, in phrases. */
    public record GroupDraft(Group group, List<String> remarks) {
        public GroupDraft {
            remarks = List.copyOf(remarks);
        }
    }

    List<String> remarks(String path) {
        return remarks.getOrDefault(path, List.of());
    }

    /** Whether an account can be named in a plan: not one with quotes or white space in its name. */
    public static boolean canName(AccountName account) {
        return Names.account()
                .parse()
                .apply(account.toString())
                .filter(account::equals)
                .isPresent();
    }

    /** Whether a database can be named in a plan: not one with a control character in its name. */
    public static boolean canName(String database) {
        return Names.database().parse().apply(database).isPresent() && YamlText.isPrintable(database);
    }
}
