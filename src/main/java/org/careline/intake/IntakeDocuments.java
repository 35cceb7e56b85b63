package org.careline.intake;

/** Where documents of the flow itself lie. */
final class IntakeDocuments {

    static final String LEASES = "leases";

    private IntakeDocuments() {}
}
