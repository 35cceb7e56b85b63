package org.careline.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careline.contact.Language;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Assignment.How;
import org.careline.lead.Explanation.Step;
import org.careline.lead.SafetyHold.Cause;
import org.careline.lead.SafetyHold.Kind;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;

/** What the tests of leads are told of: a Monday's contacts, decisions and acts, by the minute after nine. */
final class SomeLeads {

    static final Instant NINE = Instant.parse("2026-11-23T14:00:00Z");
    static final CoordinatorId ANA = new CoordinatorId("ana");
    static final CoordinatorId BEN = new CoordinatorId("ben");
    static final Person NOBODY_KNOWN = new Person(Set.of(), Set.of(), Set.of(), null);
    static final Person MAYA = new Person(
            Set.of(new PersonName("Maya")),
            Set.of(new PhoneNumber("+13055550123")),
            Set.of("33101"),
            new Language("es"));

    private SomeLeads() {}

    static Instant minute(long minute) {
        return NINE.plus(Duration.ofMinutes(minute));
    }

    static SourceId form(long minute) {
        return SourceId.of(Channel.FORM, "at-" + minute);
    }

    static SourceId call(long minute) {
        return SourceId.of(Channel.CALL, "CA" + minute);
    }

    /** Somebody wrote, and is to be called within five minutes. */
    static Contact wrote(long minute) {
        return contact(form(minute), minute, null, null, List.of(), null);
    }

    /** Somebody wrote words of danger. */
    static Contact wroteOfDanger(long minute) {
        return contact(
                form(minute), minute, null, null, List.of(Cause.of(Kind.WORDS, minute(minute), form(minute))), null);
    }

    /** Somebody calls, and is on the line until then at the latest. */
    static Contact calls(long minute, long until) {
        return contact(call(minute), minute, minute(until), null, List.of(), null);
    }

    /** Somebody called and was promised to be called back. */
    static Contact wantsToBeCalledBack(long minute, long at) {
        return contact(call(minute), minute, null, minute(at), List.of(), null);
    }

    /** Somebody called and one of us talked with them. */
    static Contact talked(long minute, CoordinatorId by, long until) {
        Conversation talk = new Conversation(call(minute), by, minute(minute), minute(until), false);
        return contact(call(minute), minute, null, null, List.of(), talk);
    }

    private static Contact contact(
            SourceId source,
            long minute,
            @Nullable Instant onTheLineUntil,
            @Nullable Instant callBackAt,
            List<Cause> dangers,
            @Nullable Conversation talk) {
        return new Contact(
                source,
                minute(minute),
                minute(minute).plus(Lead.FIRST_RESPONSE),
                MAYA,
                Map.of(),
                onTheLineUntil,
                true,
                callBackAt,
                dangers,
                talk);
    }

    static Lead lead(long minute) {
        return Lead.openedBy(wrote(minute));
    }

    /** The lead, owned by this coordinator since then. */
    static Lead owned(Lead lead, CoordinatorId by, long minute) {
        return lead.decided(decision(lead.ownership().nextTerm(), by, How.RULE, minute));
    }

    static Assignment decision(int term, CoordinatorId owner, How how, long minute) {
        return new Assignment(term, owner, null, how, minute(minute), why());
    }

    static Assignment nobody(int term, UnassignedReason reason, long minute) {
        return new Assignment(term, null, reason, How.RULE, minute(minute), why());
    }

    static Explanation why() {
        return new Explanation(Step.ASSIGN, "rotation", "1", "Whoever was given least is next.", Map.of());
    }

    static CoordinatorAct act(LeadId lead, long minute, CoordinatorId by) {
        return new CoordinatorAct(
                new ActId("act-" + minute),
                0,
                lead,
                minute(minute),
                by,
                CoordinatorAct.What.NOTE,
                null,
                "Asks again.",
                null);
    }

    static DueItem due(Action what, long minute) {
        return DueItem.of(what, minute(minute), Set.of(form(minute)));
    }
}
