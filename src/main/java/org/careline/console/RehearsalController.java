package org.careline.console;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.careline.console.RehearsedHours.Hour;
import org.careline.contact.PhoneNumber;
import org.careline.rehearsal.ActionResult;
import org.careline.rehearsal.PhoneAction;
import org.careline.rehearsal.PhoneNetwork;
import org.careline.staff.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Places calls in a rehearsal: whoever is signed in is the caller and every phone that rings. With an account set there is no
 * such page.
 */
@Controller
class RehearsalController {

    private static final String PATH = "/console/rehearsal";
    private static final String SID = "CA[0-9a-f]{32}";
    private static final Duration SPEAKS = Duration.ofSeconds(10);

    private final RehearsedCalls calls;
    private final RehearsedHours hours;
    private final RehearsalPages pages;

    RehearsalController(RehearsedCalls calls, RehearsedHours hours, RehearsalPages pages) {
        this.calls = calls;
        this.hours = hours;
        this.pages = pages;
    }

    @GetMapping(PATH)
    ModelAndView page(@RequestParam(required = false) @Nullable String call, Actor.Person me) {
        return pages.show(network(), known(call), me.coordinator(), HttpStatus.OK, "");
    }

    /** What an open page asks again and again: another number means that something has happened. */
    @GetMapping(PATH + "/version")
    ResponseEntity<String> version() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_PLAIN)
                .body(Long.toString(network().version()));
    }

    @PostMapping(PATH + "/calls")
    ModelAndView call(
            @RequestParam(required = false, defaultValue = "") String to,
            @RequestParam(required = false, defaultValue = "new") String who,
            @RequestParam(required = false, defaultValue = "") String phone,
            @RequestParam(required = false, defaultValue = "NOW") Hour hour,
            Actor.Person me) {
        PhoneNetwork phones = network();
        if (RehearsedCalls.full(phones)) {
            String why = RehearsedCalls.MOST + " calls go on at a time, no more. Hang up on one of them first.";
            return pages.show(phones, "", me.coordinator(), HttpStatus.CONFLICT, why);
        }
        Optional<String> from = caller(phones, who, phone);
        if (from.isEmpty() || !pages.dialled(to)) {
            String why =
                    "A rehearsed caller has a number of 555-01xx, such as 305 555 0123, and calls a clinic number.";
            return pages.show(phones, "", me.coordinator(), HttpStatus.UNPROCESSABLE_CONTENT, why);
        }
        if (!hours.choose(hour)) {
            String why = "There is no such hour within a year. Choose another one, or see hours.yaml.";
            return pages.show(phones, "", me.coordinator(), HttpStatus.CONFLICT, why);
        }
        return to(phones.call(from.get(), to));
    }

    private Optional<String> caller(PhoneNetwork phones, String who, String phone) {
        return switch (who) {
            case "withheld" -> Optional.of(PhoneNetwork.WITHHELD);
            case "again" ->
                PhoneNumber.parse(phone, "US")
                        .map(PhoneNumber::e164)
                        .filter(number -> number.matches("\\+1\\d{3}55501\\d{2}"));
            default -> Optional.of(calls.newNumber(phones));
        };
    }

    @PostMapping(PATH + "/lines/{line}")
    ModelAndView act(
            @PathVariable String line,
            @RequestParam(required = false, defaultValue = "") String act,
            @RequestParam(required = false, defaultValue = "") String words,
            @RequestParam(required = false) @Nullable String call,
            Actor.Person me) {
        PhoneNetwork phones = network();
        ActionResult acted = line.matches(SID) ? done(phones, line, act, words) : new ActionResult.NoSuchLine();
        if (acted instanceof ActionResult.Done) {
            return to(known(call));
        }
        String why = acted instanceof ActionResult.NotNow no
                ? "That could not be done: " + no.why() + "."
                : "That call is over.";
        return pages.show(phones, known(call), me.coordinator(), HttpStatus.CONFLICT, why);
    }

    private static ActionResult done(PhoneNetwork phones, String line, String act, String words) {
        return switch (act) {
            case "accept" -> phones.act(line, new PhoneAction.Accept());
            case "pick-up" -> phones.act(line, new PhoneAction.PickUp());
            case "decline" -> phones.act(line, new PhoneAction.Decline());
            case "mailbox" -> phones.act(line, new PhoneAction.LetMailbox());
            case "hang-up" -> phones.act(line, new PhoneAction.HangUp());
            case "skip" -> phones.act(line, new PhoneAction.Skip());
            case "speak" -> phones.act(line, new PhoneAction.Speak(SPEAKS));
            case "say" ->
                words.isBlank()
                        ? new ActionResult.NotNow("nothing was said")
                        : phones.act(line, new PhoneAction.Say(words.strip()));
            default ->
                act.matches("[0-9*#]")
                        ? phones.act(line, new PhoneAction.Press(act))
                        : new ActionResult.NotNow("there is no such key");
        };
    }

    private PhoneNetwork network() {
        return calls.network().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView to(String call) {
        return new ModelAndView("redirect:" + PATH, call.isEmpty() ? Map.of() : Map.of("call", call));
    }

    private static String known(@Nullable String call) {
        return call != null && call.matches(SID) ? call : "";
    }
}
