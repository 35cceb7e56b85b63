package org.careline.intake.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.careline.assignment.SimulatedAssignment;
import org.careline.contact.EmailAddress;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.Inquiry;
import org.careline.inbox.Inquiry.Suspicion;
import org.careline.inbox.InquiryDetails;
import org.careline.inbox.Sender;
import org.careline.intake.simulation.Happening.AnswersGetLost;
import org.careline.intake.simulation.Happening.Arrives;
import org.careline.intake.simulation.Happening.Attempts;
import org.careline.intake.simulation.Happening.Claims;
import org.careline.intake.simulation.Happening.ClosesLead;
import org.careline.intake.simulation.Happening.ComesOrGoes;
import org.careline.intake.simulation.Happening.Learned;
import org.careline.intake.simulation.Happening.NodeDies;
import org.careline.intake.simulation.Happening.Replays;
import org.careline.intake.simulation.Happening.StoreGoesDown;
import org.careline.intake.simulation.Happening.TimePasses;
import org.careline.lead.Channel;
import org.careline.lead.CloseReason;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.jspecify.annotations.Nullable;

/** Draws what happens to a clinic: two to five inquiries of few people who share their phones, and much bad luck. */
public final class Happenings {

    public static final Instant OPENING = Instant.parse("2026-11-23T14:00:00Z");

    private static final int STEPS_A_MINUTE = 12;
    private static final List<PhoneNumber> PHONES =
            List.of(new PhoneNumber("+13055550123"), new PhoneNumber("+13055550124"));
    private static final List<EmailAddress> MAILS =
            List.of(new EmailAddress("maya@example.org"), new EmailAddress("desk@example.org"));
    private static final List<PersonName> FITTING =
            List.of(new PersonName("Maya Ortiz"), new PersonName("M. Ortiz"), new PersonName("Maya"));
    private static final PersonName OTHER = new PersonName("Bob Stone");
    private static final List<String> STATUSES = List.of("ringing", "in-progress", "completed", "no-answer");
    private static final List<CloseReason> REASONS =
            List.of(CloseReason.NOT_READY, CloseReason.COST, CloseReason.DO_NOT_CONTACT);

    /** What such a history is about. */
    private enum Plot {
        ANYTHING,
        /** People come by one point first and by both later. */
        LEADS_ARE_JOINED,
        /** Somebody without a name, then several with names. */
        ONE_PHONE
    }

    private enum Way {
        PHONE,
        MAIL,
        BOTH
    }

    private final Dice dice;
    private final int nodes;
    private final boolean conflicting;
    private final Plot plot;
    private final int span;
    private final List<PhoneNumber> phones;
    private final List<EmailAddress> mails;
    private final List<Happening> drawn = new ArrayList<>();

    private Happenings(long seed) {
        this.dice = new Dice(seed);
        this.nodes = 2 + dice.upTo(2);
        this.conflicting = dice.oneIn(2);
        this.plot = dice.oneOf(List.of(Plot.values()));
        this.span = dice.oneOf(List.of(50, 70, 200));
        this.phones = PHONES.subList(dice.upTo(2), PHONES.size());
        this.mails = MAILS.subList(dice.upTo(2), MAILS.size());
    }

    static List<Happening> drawnFrom(long seed) {
        Happenings happenings = new Happenings(seed);
        happenings.draw();
        return List.copyOf(happenings.drawn);
    }

    private void draw() {
        List<Inquiry> inquiries = new ArrayList<>();
        int count = 3 + dice.upTo(4);
        for (int number = 0; number < count; number++) {
            int step = dice.upTo(span);
            Inquiry inquiry = inquiry(number, step);
            inquiries.add(inquiry);
            arrival(inquiry, step);
        }
        badLuck();
        if (dice.oneIn(3)) {
            peopleAtTheDesk();
        }
        if (dice.oneIn(2)) {
            coordinators();
        }
        if (dice.oneIn(3)) {
            drawn.add(
                    new Replays(40 + dice.upTo(3 * span), dice.oneOf(inquiries).id()));
        }
    }

    private Inquiry inquiry(int number, int step) {
        Channel channel = dice.oneOf(
                plot == Plot.ANYTHING
                        ? List.of(Channel.CALL, Channel.FORM, Channel.API)
                        : List.of(Channel.FORM, Channel.API, Channel.FORM, Channel.CALL));
        boolean call = channel == Channel.CALL;
        return new Inquiry(
                SourceId.of(channel, String.valueOf(number)),
                OPENING.plusSeconds(60L * (step / STEPS_A_MINUTE + dice.upTo(4))),
                call ? caller() : writer(number),
                call
                        ? InquiryDetails.byCall(SimulatedClinic.NUMBER)
                        : message(dice.oneIn(8) ? "I want to die" : "hello"),
                Map.of("utm_source", "source-" + number),
                channel == Channel.FORM && dice.oneIn(12) ? Suspicion.HONEYPOT : null);
    }

    private Sender caller() {
        return dice.oneIn(6) ? Sender.WITHHELD : Sender.caller(dice.oneOf(phones));
    }

    private Sender writer(int number) {
        return switch (plot) {
            case ANYTHING -> writer(dice.oneOf(List.of(Way.values())));
            case LEADS_ARE_JOINED -> writer(number == 0 ? Way.PHONE : number < 3 ? Way.MAIL : Way.BOTH);
            case ONE_PHONE -> new Sender(number == 0 ? null : name(), PHONES.get(0), null);
        };
    }

    private Sender writer(Way way) {
        return switch (way) {
            case PHONE -> new Sender(name(), dice.oneOf(phones), null);
            case MAIL -> new Sender(name(), null, dice.oneOf(mails));
            case BOTH -> new Sender(name(), dice.oneOf(phones), dice.oneOf(mails));
        };
    }

    private @Nullable PersonName name() {
        if (dice.oneIn(3)) {
            return null;
        }
        return conflicting && dice.oneIn(2) ? OTHER : dice.oneOf(FITTING);
    }

    public static InquiryDetails message(String text) {
        return new InquiryDetails(null, null, null, null, text, null, List.of(), null);
    }

    private void arrival(Inquiry inquiry, int step) {
        drawn.add(new Arrives(step, dice.upTo(nodes), inquiry));
        boolean call = inquiry.id().channel() == Channel.CALL;
        if (dice.oneIn(4)) {
            boolean otherBody = !call && dice.oneIn(2);
            drawn.add(
                    new Arrives(Math.max(0, step - 20 + dice.upTo(120)), dice.upTo(nodes), again(inquiry, otherBody)));
        }
        if (call) {
            facts(inquiry, step);
        }
    }

    private Inquiry again(Inquiry inquiry, boolean otherBody) {
        return new Inquiry(
                inquiry.id(),
                inquiry.at().plusSeconds(dice.upTo(3)),
                inquiry.sender(),
                otherBody ? message(dice.oneIn(8) ? "quiero morir" : "hello again") : inquiry.details(),
                inquiry.attribution(),
                inquiry.suspicion());
    }

    private void facts(Inquiry inquiry, int arrival) {
        for (String status : STATUSES) {
            if (dice.oneIn(2)) {
                fact(
                        inquiry,
                        new Fact(Fact.Kind.CALL_STATUS, status, inquiry.at().plusSeconds(30), Map.of()),
                        arrival);
            }
        }
        if (dice.oneIn(5)) {
            PhoneNumber phone = dice.oneIn(2) ? dice.oneOf(phones) : null;
            fact(
                    inquiry,
                    Fact.callBack(phone == null ? 0 : 1, phone, inquiry.at().plusSeconds(20)),
                    arrival);
        }
        if (dice.oneIn(4)) {
            fact(
                    inquiry,
                    Fact.accepted(
                            dice.oneOf(SimulatedAssignment.COORDINATORS),
                            inquiry.at().plusSeconds(15),
                            Duration.ofMinutes(1)),
                    arrival);
        }
        if (dice.oneIn(6)) {
            fact(inquiry, new Fact(Fact.Kind.CRISIS, "asked", inquiry.at().plusSeconds(10), Map.of()), arrival);
        }
        if (dice.oneIn(3)) {
            fact(inquiry, new Fact(Fact.Kind.VOICEMAIL, "recorded", inquiry.at().plusSeconds(60), Map.of()), arrival);
            if (dice.oneIn(3)) {
                String said = dice.oneIn(2) ? "I want to die" : "please call me";
                fact(inquiry, Fact.transcript("recorded", said, inquiry.at().plusSeconds(90)), arrival);
            }
        }
    }

    private void fact(Inquiry inquiry, Fact fact, int arrival) {
        int times = dice.oneIn(4) ? 2 : 1;
        for (int time = 0; time < times; time++) {
            int step = Math.max(0, arrival - 30 + dice.upTo(150));
            drawn.add(new Learned(step, dice.upTo(nodes), inquiry.id(), fact, dice.oneIn(2)));
        }
    }

    private void badLuck() {
        int deaths = dice.upTo(3);
        for (int death = 0; death < deaths; death++) {
            drawn.add(new NodeDies(dice.upTo(3 * span), dice.upTo(nodes)));
        }
        if (dice.oneIn(3)) {
            drawn.add(new StoreGoesDown(dice.upTo(2 * span), 10 + dice.upTo(60)));
        }
        if (dice.oneIn(2)) {
            drawn.add(new AnswersGetLost(dice.upTo(2 * span), 1 + dice.upTo(3)));
        }
        if (dice.oneIn(2)) {
            drawn.add(new TimePasses(dice.upTo(3 * span), Duration.ofMinutes(1 + dice.upTo(20))));
        }
    }

    private void peopleAtTheDesk() {
        int closings = 1 + dice.upTo(2);
        for (int closing = 0; closing < closings; closing++) {
            drawn.add(new ClosesLead(20 + dice.upTo(2 * span), dice.upTo(3), dice.oneOf(REASONS)));
        }
    }

    private void coordinators() {
        int acts = 1 + dice.upTo(4);
        for (int act = 0; act < acts; act++) {
            int step = 20 + dice.upTo(2 * span);
            String who = dice.oneOf(SimulatedAssignment.COORDINATORS);
            drawn.add(
                    switch (dice.upTo(3)) {
                        case 0 -> new Claims(step, dice.upTo(3), who);
                        case 1 -> new Attempts(step, dice.upTo(3), who);
                        default -> new ComesOrGoes(step, who, dice.oneIn(2));
                    });
        }
    }
}
