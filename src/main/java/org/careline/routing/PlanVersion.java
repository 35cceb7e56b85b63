package org.careline.routing;

import java.util.HexFormat;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.ClinicHours;
import org.careline.staff.Roster;

/**
 * The name of everything in the configuration that a plan depends on: the call plan, the hours, and of the coordinators in
 * their order what decides whether and where they are rung. Nodes with the same files make the same name.
 */
final class PlanVersion {

    private static final int BYTES = 5;
    private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w*\\[");

    private PlanVersion() {}

    static String of(CallPlan rules, ClinicHours hours, Roster roster) {
        String coordinators =
                roster.coordinators().stream().map(PlanVersion::text).collect(Collectors.joining("\n"));
        return digest(rules + "\n" + hours + "\n" + coordinators);
    }

    /** Languages are a set: its order differs from one process to the next. */
    private static String text(Coordinator one) {
        return String.join(
                " ",
                one.id(),
                one.phone(),
                new TreeSet<>(one.languages()).toString(),
                new TreeSet<>(one.skills()).toString(),
                one.shifts().toString());
    }

    /** What the types of these values are called is no part of their name. */
    private static String digest(String text) {
        return HexFormat.of().formatHex(DigestUtils.sha256(TYPE.matcher(text).replaceAll("[")), 0, BYTES);
    }
}
