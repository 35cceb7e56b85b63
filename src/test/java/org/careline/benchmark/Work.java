package org.careline.benchmark;

/** What must cost the same in a large store as in a small one. */
enum Work {
    INTAKE("inquiry to assigned lead, by 8 clients"),
    QUEUE("first page of the queue, API"),
    CONSOLE("first page of the queue, console"),
    CLAIM("claim of a lead"),
    DUE("promised call found due and moved up");

    final String words;

    Work(String words) {
        this.words = words;
    }
}
