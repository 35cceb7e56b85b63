package org.careline.matching;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.careline.contact.ContactPoint;
import org.careline.lead.Explanation;
import org.careline.lead.Lead;

/** The rules of the duplicate policy (leads.md §1.4), each with the sentence that explains it to a person. */
enum MatchRule {
    UNKNOWN_PERSON("Nobody was known by these contact details, so this is a new lead."),
    SAME_CONTACT_POINT("An open lead has one of these contact details, and the names can be one person's."),
    ONE_PERSON(
            "Several open leads have these contact details and names that can be one person's: the younger were merged"
                    + " into the oldest."),
    STRONGEST_OF_SEVERAL("Several open leads have these contact details and cannot all be one person: the strongest was"
            + " taken (e-mail before phone, named before nameless, then the older). Please review."),
    SHARED_POINT_NO_NAME(
            "Several people use this contact detail and no name was given: the more recently active lead was"
                    + " taken, unconfirmed. Please ask for the name."),
    NAMES_CONFLICT(
            "Another lead has one of these contact details, but the names cannot be one person's: a lead of its own,"
                    + " linked with the other."),
    REOPENED("A lead that was closed less than 90 days ago has one of these contact details: it is open again."),
    BEFORE_CLOSING(
            "This contact is older than the closing of its lead: it was added and opens nothing. Please review."),
    NEW_EPISODE("Only an earlier, finished episode has these contact details: a new lead, linked with it."),
    LEAD_OF_ITS_OWN("It was decided that this contact makes a lead of its own."),
    ALREADY_DECIDED("It was decided before to which lead this contact belongs.");

    private static final String VERSION = "1";

    private final String sentence;

    MatchRule(String sentence) {
        this.sentence = sentence;
    }

    Explanation because(MatchQuestion question) {
        String rule = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Explanation(Explanation.Step.MATCH, rule, VERSION, sentence, evidence(question));
    }

    private static Map<String, String> evidence(MatchQuestion question) {
        Map<String, String> values = new TreeMap<>();
        values.put("name", question.name() == null ? "none" : question.name().toString());
        int number = 0;
        for (ContactPoint point :
                question.points().stream().sorted(ContactPoint.BY_KEY).toList()) {
            values.put("point-" + ++number, point.toString());
        }
        number = 0;
        for (Lead lead : question.view().rootsAt(question.points())) {
            values.put("lead-" + ++number, described(lead, question));
        }
        return values;
    }

    private static String described(Lead lead, MatchQuestion question) {
        return "%s %s, names %s, %s"
                .formatted(
                        lead.id(),
                        lead.open() ? "open" : "closed",
                        lead.person().names(),
                        lead.person().fits(question.name()) ? "fitting" : "conflicting");
    }
}
