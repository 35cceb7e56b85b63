package org.careline.intake.simulation;

import java.util.List;
import java.util.stream.Collectors;
import org.careline.contact.ContactPoint;
import org.careline.inbox.StoredInquiry;
import org.careline.lead.Fact;
import org.careline.lead.Lead;
import org.careline.lead.Touch;
import org.careline.matching.ContactPointEntry;

/** Documents in a few words each, for a story that a person reads. */
final class InWords {

    private InWords() {}

    static String of(Object document) {
        if (document instanceof Touch touch) {
            return "%s@%d on lead %s%s%s"
                    .formatted(
                            touch.id(),
                            touch.rev(),
                            touch.leadId(),
                            touch.unconfirmed() ? ", unconfirmed" : "",
                            facts(touch.facts()));
        }
        if (document instanceof StoredInquiry stored) {
            return "%s@%d %s%s%s"
                    .formatted(
                            stored.id(),
                            stored.rev(),
                            stored.progress(),
                            stored.reason().map(reason -> " " + reason).orElse(""),
                            facts(stored.facts()));
        }
        if (document instanceof ContactPointEntry point) {
            return "%s@%d of leads %s".formatted(point.id(), point.rev(), point.leads());
        }
        return document instanceof Lead lead ? lead(lead) : document.toString();
    }

    private static String lead(Lead lead) {
        String state = lead.merged() ? "in " + lead.merge().mergedInto() : lead.open() ? "open" : "closed";
        return "lead %s@%d %s, names %s, points %s, due %s%s"
                .formatted(
                        lead.id(),
                        lead.rev(),
                        state,
                        lead.person().names(),
                        lead.person().pointsInOrder().stream()
                                .map(ContactPoint::key)
                                .toList(),
                        lead.due().stream()
                                .map(item -> item.what() + " " + item.dueAt())
                                .toList(),
                        family(lead));
    }

    private static String family(Lead lead) {
        String members = lead.merge().members().isEmpty()
                ? ""
                : ", members " + lead.merge().members();
        return members
                + (lead.merge().apart().isEmpty()
                        ? ""
                        : ", apart " + lead.merge().apart());
    }

    private static String facts(List<Fact> facts) {
        String keys = facts.stream().map(Fact::key).collect(Collectors.joining(" "));
        return keys.isEmpty() ? "" : " [" + keys + "]";
    }
}
