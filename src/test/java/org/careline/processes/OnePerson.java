package org.careline.processes;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What must come of contacts that are all one person's: one lead with one next action and every touch once, under every
 * phone number and address.
 *
 * @param inquiries the answers to everything that must be a touch
 */
record OnePerson(String what, List<Answer> answers, List<Answer> inquiries) {

    /** @throws AssertionError if anybody was turned away */
    static OnePerson of(String what, List<Answer> answers) {
        String refused = answers.stream()
                .filter(answer -> !answer.acknowledged())
                .collect(groupingBy(
                        answer -> answer.contact().way() + " was answered by " + answer.status(),
                        Collectors.counting()))
                .toString();
        if (!refused.equals("{}")) {
            throw new AssertionError(what + ": " + refused);
        }
        return new OnePerson(
                what,
                answers,
                answers.stream().filter(answer -> answer.contact().isInquiry()).toList());
    }

    /** Waits until everything is as it must be, and says what is wrong if it does not get so. */
    Figures found(Desk desk, Duration atMost) {
        Optional<Boolean> settled = Await.value(
                atMost, () -> Optional.of(true).filter(yes -> complaint(desk).isEmpty()));
        if (settled.isEmpty()) {
            throw new AssertionError(what + ": " + complaint(desk).orElse("it took longer than " + atMost));
        }
        return new Figures(
                "",
                0,
                inquiries.size(),
                inquiries.size(),
                0,
                0,
                answers.stream().mapToLong(Answer::millis).max().orElse(0),
                "");
    }

    /** The touches first: while they are incomplete the rest need not be asked for. */
    private Optional<String> complaint(Desk desk) {
        List<String> first = ids(desk, inquiries.get(0).contact().search());
        if (first.size() != 1) {
            return Optional.of("the first one's leads: " + first);
        }
        String id = first.get(0);
        return desk.lead(id)
                .map(this::complaint)
                .orElse(Optional.of("no lead " + id))
                .or(() -> elsewhere(desk, id))
                .or(() -> unfinished(desk, id));
    }

    private Optional<String> elsewhere(Desk desk, String lead) {
        return searches().stream()
                .map(search -> ids(desk, search))
                .filter(ids -> !ids.equals(List.of(lead)))
                .map(ids -> "one lead is " + lead + ", and under another contact point there are " + ids)
                .findFirst();
    }

    private static List<String> ids(Desk desk, String search) {
        return desk.leads(search).orElse(List.of()).stream()
                .map(lead -> lead.path("id").asString())
                .toList();
    }

    private Set<String> searches() {
        return inquiries.stream()
                .map(Answer::contact)
                .flatMap(contact -> Stream.of("phone=" + contact.phone(), "email=" + contact.email()))
                .filter(search -> !search.endsWith("=null"))
                .map(search -> search.replace("+", "%2B"))
                .collect(toSet());
    }

    private Optional<String> complaint(JsonNode lead) {
        List<String> touches = lead.path("touches")
                .valueStream()
                .map(touch -> touch.path("sourceId").asString())
                .toList();
        Set<String> calls = inquiries.stream()
                .filter(answer -> answer.contact().way() == Contact.Way.CALL)
                .map(answer -> "call:" + answer.contact().key())
                .collect(toSet());
        String next = lead.path("nextAction").path("what").asString("none");
        if (touches.size() != inquiries.size()
                || new HashSet<>(touches).size() != touches.size()
                || !new HashSet<>(touches).containsAll(calls)) {
            return Optional.of(touches.size() + " touches of " + inquiries.size());
        }
        return lead.path("stage").asString("").equals("CLOSED") || next.equals("none") || next.equals("ON_CALL")
                ? Optional.of("stage " + lead.path("stage") + ", next action " + next)
                : Optional.empty();
    }

    private Optional<String> unfinished(Desk desk, String lead) {
        return inquiries.stream()
                .flatMap(answer -> Stream.ofNullable(answer.receipt()))
                .filter(receipt -> !desk.inquiry(receipt)
                        .filter(found -> found.path("state").asString("").equals("done"))
                        .filter(found -> found.path("leadId").asString("").equals(lead))
                        .isPresent())
                .map(receipt -> "a receipt is not done: " + desk.inquiry(receipt))
                .findFirst();
    }
}
