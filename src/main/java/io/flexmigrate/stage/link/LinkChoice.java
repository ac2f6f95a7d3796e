package io.flexmigrate.stage.link;

import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.plan.LinkMode;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.TargetKind;
import java.util.Map;

/**
 * By which way a target is linked, and why.
 *
 * @param mode POSITION or GTID; AUTO when neither can be done
 * @param reason why this one, or why none
 */
public record LinkChoice(LinkMode mode, String reason) {

    /**
     * Chooses.
     *
     * @param procedures the target's replication procedures with their number of parameters
     * @param ofSource gtid_mode of the source
     * @param ofTarget gtid_mode of the target
     */
    public static LinkChoice of(Plan plan, Map<String, Integer> procedures, String ofSource, String ofTarget) {
        boolean plain = plan.target().kind() == TargetKind.MYSQL;
        String notByPosition = plain ? "" : lack(procedures, DataInReplication.CHANGE_BY_POSITION);
        String notByGtid = plain ? "" : lack(procedures, DataInReplication.CHANGE_BY_GTID);
        if (notByGtid.isEmpty() && !(ofSource.equals("ON") && ofTarget.equals("ON"))) {
            notByGtid =
                    "gtid_mode is " + ofSource + " on the source and " + ofTarget + " on the target, not ON on both";
        }
        return switch (plan.link().mode()) {
            case POSITION -> wanted(LinkMode.POSITION, notByPosition);
            case GTID -> wanted(LinkMode.GTID, notByGtid);
            case AUTO -> best(notByPosition, notByGtid);
        };
    }

    private static LinkChoice wanted(LinkMode mode, String objection) {
        return objection.isEmpty()
                ? new LinkChoice(mode, "the plan says so")
                : new LinkChoice(LinkMode.AUTO, objection);
    }

    private static LinkChoice best(String notByPosition, String notByGtid) {
        if (notByPosition.isEmpty()) {
            return new LinkChoice(
                    LinkMode.POSITION, "it needs no change of the target's set of transactions, which GTIDs would");
        }
        return notByGtid.isEmpty()
                ? new LinkChoice(LinkMode.GTID, notByPosition)
                : new LinkChoice(LinkMode.AUTO, notByPosition + "; " + notByGtid);
    }

    private static String lack(Map<String, Integer> procedures, String name) {
        int documented = name.equals(DataInReplication.CHANGE_BY_GTID)
                ? DataInReplication.CHANGE_BY_GTID_PARAMETERS
                : DataInReplication.CHANGE_BY_POSITION_PARAMETERS;
        Integer parameters = procedures.get(name);
        if (parameters == null) {
            return "the target lacks mysql." + name;
        }
        return parameters == documented
                ? ""
                : "mysql." + name + " takes " + parameters + " parameters, documented are " + documented;
    }

    /** Whether there is a way at all. */
    public boolean isPossible() {
        return mode != LinkMode.AUTO;
    }

    public boolean isByGtid() {
        return mode == LinkMode.GTID;
    }
}
