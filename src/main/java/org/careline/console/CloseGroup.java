package org.careline.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.careline.lead.CloseReason;

/** Close reasons that belong together (leads.md §4.4). */
record CloseGroup(String title, List<CloseReason> reasons) {

    static final List<CloseGroup> ALL = List.of(
            new CloseGroup("Won", List.of(CloseReason.CONSULT_ATTENDED)),
            new CloseGroup(
                    "Lost: the person's choice",
                    List.of(
                            CloseReason.COST,
                            CloseReason.INSURANCE_NOT_ACCEPTED,
                            CloseReason.CHOSE_OTHER_PROVIDER,
                            CloseReason.NOT_READY,
                            CloseReason.SCHEDULE_OR_TRANSPORT,
                            CloseReason.WANTS_OTHER_TREATMENT,
                            CloseReason.DECLINED_NO_REASON)),
            new CloseGroup(
                    "Lost: the clinic cannot",
                    List.of(
                            CloseReason.OUT_OF_AREA_OR_STATE,
                            CloseReason.SERVICE_NOT_OFFERED,
                            CloseReason.MINOR_OR_GUARDIAN_NEEDED,
                            CloseReason.CLINICIAN_DECLINED,
                            CloseReason.NO_CAPACITY)),
            new CloseGroup("Not reached", List.of(CloseReason.CADENCE_COMPLETE, CloseReason.BAD_CONTACT_DETAILS)),
            new CloseGroup("Care", List.of(CloseReason.REFERRED_OUT, CloseReason.CRISIS_HANDED_OVER)),
            new CloseGroup(
                    "Not a lead",
                    List.of(
                            CloseReason.EXISTING_PATIENT,
                            CloseReason.VENDOR_OR_JOB,
                            CloseReason.WRONG_NUMBER_IN,
                            CloseReason.SPAM,
                            CloseReason.DUPLICATE_MERGED,
                            CloseReason.TEST)),
            new CloseGroup("Stop", List.of(CloseReason.DO_NOT_CONTACT)));

    /** Each reason with its words. */
    public Map<String, String> choices() {
        Map<String, String> words = new LinkedHashMap<>();
        reasons.forEach(reason -> words.put(reason.name(), Labels.plain(reason.name())));
        return words;
    }
}
