package org.careline.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.careline.routing.CallPlan;
import org.careline.speech.Clinic;
import org.careline.speech.WebhookReply;
import org.careline.support.MovableClock;
import org.careline.support.SignedTwilioRequest;
import org.careline.telephony.CallDay.Call;
import org.careline.telephony.CallDay.Reaction;
import org.careline.telephony.CallRecord.End;
import org.w3c.dom.Element;

/**
 * Plays Twilio for one call: asks the application, does what its TwiML says, and lets time pass meanwhile. It knows the verbs
 * that we use and refuses any other.
 */
final class PlayedTwilio {

    private final String callSid;
    private final Call call;
    private final MovableClock clock;
    private final Function<String, Reaction> atPhone;
    private final PlayedLine line;
    private final CallRecord record;

    /**
     * @param application answers a request, on whichever node
     * @param atPhone what happens at the phone with this number
     */
    PlayedTwilio(
            String callSid,
            Call call,
            MovableClock clock,
            Random random,
            Function<SignedTwilioRequest, WebhookReply> application,
            Function<String, Reaction> atPhone) {
        this.callSid = callSid;
        this.call = call;
        this.clock = clock;
        this.atPhone = atPhone;
        this.line = new PlayedLine(clock, random, application, call.patience());
        this.record = line.record;
    }

    CallRecord play() {
        Instant begin = clock.instant();
        try {
            record.plannedAt = begin;
            Optional<List<Element>> document = Optional.of(line.ask(inbound()));
            while (document.isPresent()) {
                document = run(document.get());
            }
        } catch (PlayedLine.HungUp theCaller) {
            record.end = record.promised() ? End.CALL_BACK : End.HUNG_UP;
        } catch (PlayedLine.Endless we) {
            record.end = End.NEVER;
        }
        record.lasted = Duration.between(begin, clock.instant()).minus(record.talked);
        return record;
    }

    private SignedTwilioRequest inbound() {
        return SignedTwilioRequest.inboundCall(callSid, Clinic.CALLER, call.dialled());
    }

    /** What an action or a redirect answers takes the document's place; at the end of a document Twilio hangs up. */
    private Optional<List<Element>> run(List<Element> verbs) {
        for (Element verb : verbs) {
            Optional<List<Element>> next = switch (verb.getTagName()) {
                case "Say" -> say(verb);
                case "Gather" -> gather(verb);
                case "Dial" -> Optional.of(isCrisis(verb) ? crisis(verb) : dial(verb));
                case "Record" -> takeMessage(verb);
                case "Redirect" -> Optional.of(line.ask(inbound().at(verb.getTextContent())));
                case "Hangup" -> Optional.empty();
                default -> throw new AssertionError("Twilio is not asked for " + verb.getTagName());
            };
            if (next.isPresent()) {
                return next;
            }
        }
        record.hangsUp();
        return Optional.empty();
    }

    private Optional<List<Element>> say(Element say) {
        record.hearsWithoutMenu();
        hears(say);
        return Optional.empty();
    }

    private void hears(Element say) {
        record.hears(say.getTextContent());
        line.speak(say.getTextContent());
    }

    /** The caller hears all of it, which takes longest, and then presses a key, says something or does nothing. */
    private Optional<List<Element>> gather(Element gather) {
        PlayedLine.verbs(gather).forEach(this::hears);
        Pressed pressed =
                Pressed.drawn(line.random, !gather.getAttribute("input").contains("speech"));
        line.pass(PlayedLine.seconds(gather, "timeout"));
        if (pressed == Pressed.NOTHING
                && !gather.getAttribute("actionOnEmptyResult").equals("true")) {
            return Optional.empty();
        }
        record.presses(pressed, gather.getAttribute("action"), clock.instant());
        return Optional.of(answered(pressed, pressed.in(inbound().at(gather.getAttribute("action")))));
    }

    private List<Element> answered(Pressed pressed, SignedTwilioRequest request) {
        List<Element> answer = line.ask(request);
        if (pressed.asksForCrisisLine()) {
            record.asksForCrisisLine(answer.stream().anyMatch(PlayedTwilio::isCrisis));
        }
        return answer;
    }

    private static boolean isCrisis(Element verb) {
        return verb.getTagName().equals("Dial")
                && (verb.getTextContent().equals(Clinic.CRISIS.line())
                        || verb.getTextContent().equals(Clinic.CRISIS.fallback()));
    }

    private List<Element> crisis(Element dial) {
        record.crisisDials++;
        boolean there = line.random.nextInt(3) > 0;
        line.pass(PlayedLine.seconds(dial, "timeout").plus(there ? Duration.ZERO : CallPlan.TWILIO_ADDS));
        if (there) {
            line.talk(Duration.ofMinutes(30));
        }
        return line.ask(SignedTwilioRequest.dialEnded(
                dial.getAttribute("action"),
                callSid,
                Clinic.CALLER,
                call.dialled(),
                there ? "completed" : "no-answer"));
    }

    private List<Element> dial(Element dial) {
        List<Element> numbers = PlayedLine.verbs(dial);
        if (numbers.size() != 1 || !numbers.get(0).getTagName().equals("Number")) {
            throw new AssertionError("One number a dial, but there are " + numbers.size());
        }
        String phone = numbers.get(0).getTextContent();
        record.rings(phone, dial.getAttribute("callerId"));
        PlayedLeg leg = new PlayedLeg(line, callSid, call.dialled(), phone, atPhone.apply(phone));
        String status = leg.play(
                numbers.get(0).getAttribute("url"),
                PlayedLine.seconds(dial, "timeout").plus(CallPlan.TWILIO_ADDS),
                PlayedLine.seconds(dial, "timeLimit"));
        SignedTwilioRequest action = SignedTwilioRequest.dialEnded(
                dial.getAttribute("action"), callSid, Clinic.CALLER, call.dialled(), status);
        List<Element> answer = line.ask(bridged(status, leg)
                .map(value -> action.with("DialBridged", value))
                .orElse(action));
        record.toldTalked = leg.connected()
                && answer.stream().allMatch(verb -> verb.getTagName().equals("Hangup"));
        return answer;
    }

    /** Not always told, and now and then wrong for a leg that nobody accepted. */
    private Optional<String> bridged(String status, PlayedLeg leg) {
        if (!status.equals("completed") || line.random.nextInt(3) == 0) {
            return Optional.empty();
        }
        return Optional.of(String.valueOf(leg.connected() || line.random.nextInt(5) == 0));
    }

    private Optional<List<Element>> takeMessage(Element verb) {
        record.recorder = true;
        if (call.message().isZero()) {
            line.pass(PlayedLine.seconds(verb, "timeout"));
            return Optional.empty();
        }
        Duration longest = PlayedLine.seconds(verb, "maxLength");
        Duration message = call.message().compareTo(longest) > 0 ? longest : call.message();
        line.pass(message);
        SignedTwilioRequest taken = SignedTwilioRequest.voicemail(
                        callSid, Clinic.CALLER, call.dialled(), "RE1", (int) message.toSeconds())
                .at(verb.getAttribute("action"));
        Pressed key = line.random.nextInt(8) == 0 ? Pressed.CRISIS_KEY : Pressed.NOTHING;
        return Optional.of(answered(key, key == Pressed.NOTHING ? taken.with("Digits", "hangup") : key.in(taken)));
    }
}
