package org.careline.telephony;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careline.contact.Language;
import org.careline.routing.Team;
import org.careline.speech.Clinic;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.Presence;
import org.careline.staff.Presence.State;
import org.careline.telephony.CallDay.Call;
import org.careline.telephony.CallDay.Files;
import org.careline.telephony.CallDay.Reaction;
import org.careline.telephony.CallRecord.End;

/** What must be true of every call, judged from the files, the call and what was seen of it; the plan only gives the bound. */
record CallChecks(Files files, Call call, Duration bound, CallRecord record) {

    private record Check(String promise, BooleanSupplier kept) {}

    /** The first promise that is broken. */
    Optional<String> broken() {
        return List.of(
                        new Check(
                                "a call ends with a talk, our voicemail, a promise, the crisis line or the caller's hanging up",
                                this::ends),
                        new Check("the crisis key leads to the crisis line at once", () -> record.crisisMissed == 0),
                        new Check(
                                "the crisis exit is a key away while anything is said", () -> !record.saidWithoutMenu),
                        new Check("a call ends within its plan's bound", this::inTime),
                        new Check("each phone is rung at most once", this::onceEach),
                        new Check("nobody is rung when the clinic is closed", this::openWhenRinging),
                        new Check("nobody off shift is rung", () -> rung(this::onShift)),
                        new Check("nobody away or paused is rung", () -> rung(this::here)),
                        new Check(
                                "nobody who does not speak the language is rung but the owner",
                                () -> rung(this::speaks)),
                        new Check("an owner who can be rung is rung first", this::ownerFirst),
                        new Check("no more are rung than the call plan says", this::notTooMany),
                        new Check("the two are connected by a press of 1 only", this::connectedByAccept),
                        new Check("nobody is rung after a talk that is known", this::talkedToTheEnd),
                        new Check("the crisis sentence is heard before anything rings", this::crisisBeforeRings),
                        new Check("the crisis sentence is heard before a message is taken", this::crisisBeforeTone),
                        new Check("the words say why nobody comes", this::why),
                        new Check("coordinators see the clinic's number", this::clinicsNumber),
                        new Check("a repeat gets the same answer", this::sameAgain))
                .stream()
                .filter(check -> !check.kept().getAsBoolean())
                .map(Check::promise)
                .findFirst();
    }

    boolean open() {
        return hours().openAt(record.plannedAt);
    }

    boolean holiday() {
        return hours().holiday(record.plannedAt).isPresent();
    }

    private Team.Hours hours() {
        return new Team.Hours(files.hours());
    }

    boolean clinics() {
        return !call.dialled().equals(Clinic.UNKNOWN_NUMBER);
    }

    private boolean ends() {
        return record.end != null && record.end != End.CUT_OFF && record.end != End.NEVER;
    }

    /** On a number that is not the clinic's, everything is said in two languages. */
    private boolean inTime() {
        return record.lasted.compareTo(clinics() ? bound : bound.multipliedBy(2)) <= 0;
    }

    private boolean onceEach() {
        return new HashSet<>(record.rung).size() == record.rung.size();
    }

    private boolean openWhenRinging() {
        return record.rung.isEmpty() || (open() && clinics());
    }

    private boolean rung(Function<Coordinator, Boolean> rule) {
        return record.rung.stream().map(phones()::get).allMatch(one -> one != null && rule.apply(one));
    }

    private Map<String, Coordinator> phones() {
        return files.coordinators().stream().collect(Collectors.toMap(Coordinator::phone, Function.identity()));
    }

    private boolean onShift(Coordinator one) {
        return new Team.Shifts(files.coordinators()).onShift(one, record.plannedAt);
    }

    private boolean here(Coordinator one) {
        Presence said = call.staffing().presence().get(one.key());
        return said == null || said.at(record.plannedAt) == State.HERE;
    }

    private boolean isOwner(Coordinator one) {
        return one.key().equals(call.caller().owner());
    }

    private boolean speaks(Coordinator one) {
        Language language = record.language == null ? call.caller().language() : new Language(record.language);
        return language == null || isOwner(one) || language.isAmong(one.languages());
    }

    private boolean ownerFirst() {
        Optional<Coordinator> owner = files.coordinators().stream()
                .filter(one -> isOwner(one) && onShift(one) && here(one))
                .findFirst();
        return record.rung.isEmpty()
                || owner.map(one -> record.rung.get(0).equals(one.phone())).orElse(true);
    }

    private boolean notTooMany() {
        return record.rung.size() <= files.plan().mostCoordinators();
    }

    private boolean connectedByAccept() {
        return record.connectedBy.stream().allMatch(Reaction.ACCEPTS::equals);
    }

    /** With the store down another node's accept cannot be known. */
    private boolean talkedToTheEnd() {
        return call.storeDown()
                || record.connected.isEmpty()
                || (record.end == End.TALKED
                        && record.rung.get(record.rung.size() - 1).equals(record.connected.get(0)));
    }

    private boolean crisisBeforeRings() {
        return record.rung.isEmpty() || record.heardBeforeRings.stream().anyMatch(CallChecks::isCrisis);
    }

    private boolean crisisBeforeTone() {
        return !record.recorder || record.heard.stream().anyMatch(words -> isVoicemailCrisis(words));
    }

    private static boolean isCrisis(String words) {
        return words.contains("988") && words.contains("911");
    }

    /** A caller who was greeted before the rings hears it again. */
    private static boolean isVoicemailCrisis(String words) {
        return Clinic.CRISIS.voicemail().en().equals(words)
                || Clinic.CRISIS.voicemail().es().equals(words);
    }

    private boolean why() {
        if (!record.recorder || !clinics() || record.askedForCallBack) {
            return true;
        }
        List<String> words = open()
                ? List.of("Nobody is free.", "Nadie está libre.")
                : holiday() ? List.of("Closed for ", "Cerrado por ") : List.of("We are closed.", "Está cerrado.");
        return record.heard.stream().anyMatch(heard -> words.stream().anyMatch(heard::startsWith));
    }

    private boolean clinicsNumber() {
        return record.shown.stream().allMatch(call.dialled()::equals);
    }

    private boolean sameAgain() {
        return call.storeDown() || record.repeatsAnsweredOtherwise == 0;
    }
}
