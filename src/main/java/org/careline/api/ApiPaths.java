package org.careline.api;

/** The paths of the API (contract.md, "Paths"). */
final class ApiPaths {

    static final String INQUIRIES = "/api/v1/inquiries";
    static final String LEADS = "/api/v1/leads";
    static final String PREVIEW = "/api/v1/assignment/preview";
    static final String COORDINATORS = "/api/v1/coordinators";
    static final String TELEPHONY = "/api/v1/telephony";
    static final String RECORDINGS = "/api/v1/recordings";
    static final String QUEUE = "/api/v1/queue";

    private ApiPaths() {}
}
