package org.careline.lead;

/** Why a lead left the queue; a lead is never closed without one. */
public enum CloseReason {
    CONSULT_ATTENDED,
    COST,
    INSURANCE_NOT_ACCEPTED,
    CHOSE_OTHER_PROVIDER,
    NOT_READY,
    SCHEDULE_OR_TRANSPORT,
    WANTS_OTHER_TREATMENT,
    DECLINED_NO_REASON,
    OUT_OF_AREA_OR_STATE,
    SERVICE_NOT_OFFERED,
    MINOR_OR_GUARDIAN_NEEDED,
    CLINICIAN_DECLINED,
    NO_CAPACITY,
    CADENCE_COMPLETE,
    BAD_CONTACT_DETAILS,
    REFERRED_OUT,
    CRISIS_HANDED_OVER,
    EXISTING_PATIENT,
    VENDOR_OR_JOB,
    WRONG_NUMBER_IN,
    SPAM,
    DUPLICATE_MERGED,
    TEST,
    DO_NOT_CONTACT;

    /** Whether a later contact opens the same lead again; otherwise it begins a new episode. */
    public boolean reopens() {
        return this != DO_NOT_CONTACT && this != EXISTING_PATIENT && this != DUPLICATE_MERGED;
    }
}
