package org.careline.lead;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one dated thing that a person owes to an open lead, and its place in the queue.
 *
 * @param what to do
 * @param dueAt when it is due
 * @param lane the queue's lane; inside a lane the earlier due time comes first, then the id
 * @param place the lead's place in the queue as one sortable text, made of lane, due time and lead id
 */
public record NextAction(Action what, Instant dueAt, Lane lane, String place) {

    private static final Comparator<DueItem> ORDER = Comparator.comparing(
                    (DueItem item) -> item.what() != Action.ON_CALL)
            .thenComparing(DueItem::dueAt)
            .thenComparing(item -> item.what() != Action.CALL_BACK);

    /**
     * The most pressing of these items; somebody on the line comes before everything else. After a talk it is to note what came
     * of that, and nobody calls meanwhile. Empty if there is none.
     *
     * @param times tell whether somebody has worked on the lead or talked with the person since their last contact
     */
    static Optional<NextAction> among(LeadWork work, ContactTimes times, LeadId lead) {
        Optional<Conversation> talk = times.untold();
        Optional<Conversation> toNote = talk.filter(last -> !times.unnoted() && !work.safetyHold());
        boolean answered = times.answered() || talk.isPresent();
        return owed(work, times)
                .min(ORDER)
                .map(item -> of(
                        item,
                        toNote.isPresent() && item.what() == Action.REVIEW ? Lane.MESSAGE : lane(item, work, answered),
                        lead));
    }

    private static Stream<DueItem> owed(LeadWork work, ContactTimes times) {
        List<DueItem> due = asPromised(work.due());
        return times
                .untold()
                .filter(talk -> !work.safetyHold())
                .map(talk -> times.unnoted() ? calledInstead(due, talk) : noted(due, talk))
                .orElse(due)
                .stream();
    }

    /** Whoever asked in a call to be called back is called when that was promised, and not before that for having called. */
    private static List<DueItem> asPromised(List<DueItem> due) {
        Set<SourceId> promised = due.stream()
                .filter(item -> item.what() == Action.CALL_BACK)
                .flatMap(item -> item.sources().stream())
                .collect(Collectors.toSet());
        return due.stream()
                .filter(item ->
                        item.what() != Action.CALL || item.sources().isEmpty() || !promised.containsAll(item.sources()))
                .toList();
    }

    /** Whoever talked notes what came of it; of all else only a caller on the line comes first. */
    private static List<DueItem> noted(List<DueItem> due, Conversation talk) {
        DueItem note = DueItem.of(Action.REVIEW, talk.until().plus(Conversation.TO_NOTE), Set.of(talk.call()));
        return Stream.concat(due.stream().filter(item -> item.what() == Action.ON_CALL), Stream.of(note))
                .toList();
    }

    /** Nothing was noted: what was owed before is owed again, not earlier than it was noticed. */
    private static List<DueItem> calledInstead(List<DueItem> due, Conversation talk) {
        Instant noticed = talk.until().plus(Conversation.UNNOTED);
        return due.stream()
                .map(item -> item.what() == Action.ON_CALL ? item : item.notBefore(noticed))
                .toList();
    }

    private static Lane lane(DueItem item, LeadWork work, boolean answered) {
        return work.safetyHold()
                ? Lane.SAFETY
                : switch (item.what()) {
                    case ON_CALL -> Lane.ON_THE_LINE;
                    case CALL_BACK -> item.ripe() ? Lane.PROMISED : Lane.FOLLOW_UP;
                    case CALL -> answered ? Lane.FOLLOW_UP : Lane.FIRST_RESPONSE;
                    case TEXT -> Lane.MESSAGE;
                    case REVIEW -> Lane.REVIEW;
                };
    }

    private static NextAction of(DueItem item, Lane lane, LeadId lead) {
        return new NextAction(item.what(), item.dueAt(), lane, lane.code() + "|" + SortKey.of(item.dueAt(), lead));
    }
}
