/**
 * Faults and races from outside, with real processes. A store and nodes are started as a clinic would start them, visited
 * over HTTP as Twilio, browsers and partners do, killed, frozen and started again; afterwards the API is asked what became
 * of everything that was acknowledged. Nothing here calls the product's own code. Short versions run in every build, the
 * full ones are tagged {@code long} and leave their figures in {@code target/fault-runs.jsonl}.
 */
@NullMarked
package org.careline.processes;

import org.jspecify.annotations.NullMarked;
