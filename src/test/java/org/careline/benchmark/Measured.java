package org.careline.benchmark;

/** What is measured. */
enum Measured {
    CONTROLLER("constant TwiML, Spring Security and MVC", 4_000),
    FILTER("constant TwiML, a filter ahead of them, body read", 4_000),
    VOICE("signed voice webhook → TwiML, in the journal", 2_500),
    BARE("bare durable write of 1 kB to the same store", 4_000),
    FORM("form post → receipt", 500),
    API("API post → receipt", 1_500);

    final String words;

    /** At most in one window. */
    final int requests;

    Measured(String words, int requests) {
        this.words = words;
        this.requests = requests;
    }
}
