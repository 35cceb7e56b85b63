package org.careline.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.careline.routing.CallExamples;
import org.careline.routing.CallPlan;
import org.careline.routing.RingPlanner;
import org.careline.routing.RoutingCheck;
import org.careline.routing.RoutingCheck.Checked;
import org.careline.routing.RoutingLint;
import org.careline.routing.RoutingLint.Finding;
import org.careline.settings.ClinicFileFaulty;
import org.careline.settings.ClinicFileFaulty.Fault;
import org.careline.settings.ClinicNumbers;
import org.careline.speech.CallScripts;
import org.careline.staff.OpeningHours;
import org.careline.staff.Roster;

/**
 * What the rules of calls come to: each example, what is surely not meant, and how long a caller can wait at most until a
 * message is taken.
 *
 * @param inLine how long a caller can wait in line
 * @param longest how long a call can last that nobody takes
 */
record RoutingReport(List<Checked> examples, List<Finding> findings, Duration inLine, Duration longest) {

    private static final String FILE = "call-examples.yaml";

    static RoutingReport of(
            RingPlanner planner,
            CallPlan rules,
            CallScripts scripts,
            CallExamples examples,
            Roster roster,
            OpeningHours hours,
            ClinicNumbers numbers,
            Instant now) {
        RoutingCheck check = new RoutingCheck(planner, roster, numbers, hours.zone());
        return new RoutingReport(
                check.check(examples),
                new RoutingLint(rules, roster, hours, numbers).findings(now),
                scripts.longestInLine(rules),
                planner.longest());
    }

    /** Everything for which the start is refused. */
    List<Fault> faults() {
        Stream<Fault> broken = IntStream.range(0, examples.size())
                .filter(number -> !examples.get(number).holds())
                .mapToObj(number -> new Fault(
                        FILE,
                        0,
                        "examples[" + number + "]",
                        examples.get(number).found(),
                        examples.get(number).expected()));
        Stream<Fault> unreachable = findings.stream()
                .filter(Finding::fatal)
                .map(finding ->
                        new Fault("coordinators.yaml", 0, "shifts", finding.sentence(), "somebody who can be rung"));
        return Stream.concat(broken, unreachable).toList();
    }

    /** Stops the start if there is any. */
    RoutingReport refusing() {
        List<Fault> faults = faults();
        if (!faults.isEmpty()) {
            throw new ClinicFileFaulty(faults);
        }
        return this;
    }

    /** The report for a person, a line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Checked one : examples) {
            lines.add((one.holds() ? "ok      " : "BROKEN  ") + one.name());
            lines.add("        " + one.found() + (one.holds() ? "" : ", expected " + one.expected()));
            if (!one.explained().isEmpty()) {
                lines.add("        " + one.explained());
            }
        }
        findings.forEach(finding -> lines.add((finding.fatal() ? "REFUSED " : "look    ") + finding.sentence()));
        lines.add("crisis  key 9 or a word of danger, in every menu and while waiting");
        lines.add("worst   " + inLine.toSeconds() + " s in line until a message is taken; " + longest.toSeconds()
                + " s for a call that nobody takes, phones dialled one after the other");
        return lines;
    }
}
