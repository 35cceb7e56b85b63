package org.careline.console;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.careline.followup.Done;
import org.careline.followup.FollowUpDesk;
import org.careline.followup.Report;
import org.careline.lead.CloseReason;
import org.careline.lead.LeadId;
import org.careline.lead.Outcome;
import org.careline.staff.CoordinatorId;
import org.careline.staff.OpeningHours;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes how an attempt ended, and closings. A time is one of the clinic's clock. */
@Controller
class WorkController {

    private static final String PATH = "/console/leads/{id}";

    private final FollowUpDesk desk;
    private final OpeningHours hours;
    private final LeadPages pages;

    WorkController(FollowUpDesk desk, OpeningHours hours, LeadPages pages) {
        this.desk = desk;
        this.hours = hours;
        this.pages = pages;
    }

    @PostMapping(PATH + "/outcome")
    ModelAndView outcome(
            @PathVariable String id,
            @RequestParam Map<String, String> sent,
            Principal signedIn,
            RedirectAttributes news) {
        CoordinatorId me = new CoordinatorId(signedIn.getName());
        Optional<Outcome> outcome = named(Outcome.values(), sent.get("outcome"));
        Optional<String> at = given(sent, "at");
        Optional<Instant> time = at.flatMap(this::time);
        if (!LeadId.isOne(id) || outcome.isEmpty() || time.isPresent() != at.isPresent() || tooLong(sent)) {
            String why =
                    outcome.isEmpty() ? "Say how the attempt ended." : "The time or the note cannot be kept like this.";
            return pages.show(id, me, HttpStatus.UNPROCESSABLE_CONTENT, why, sent);
        }
        Report said = new Report(
                outcome.get(), time.orElse(null), given(sent, "language").orElse(null));
        Done done =
                desk.attempted(new LeadId(id), me, said, given(sent, "because").orElse(null));
        return answer(id, me, done, sent, news, "The outcome is saved: " + InWords.of(outcome.get()) + ".");
    }

    @PostMapping(PATH + "/close")
    ModelAndView close(
            @PathVariable String id,
            @RequestParam Map<String, String> sent,
            Principal signedIn,
            RedirectAttributes news) {
        CoordinatorId me = new CoordinatorId(signedIn.getName());
        Optional<CloseReason> reason = named(CloseReason.values(), sent.get("reason"));
        if (!LeadId.isOne(id) || reason.isEmpty() || tooLong(sent)) {
            String why = "A lead is closed with a reason, and a note of at most " + NoteDesk.LONGEST + " characters.";
            return pages.show(id, me, HttpStatus.UNPROCESSABLE_CONTENT, why, sent);
        }
        Done done = desk.close(
                new LeadId(id), me, reason.get(), given(sent, "because").orElse(null));
        return answer(id, me, done, sent, news, "The lead is closed.");
    }

    private ModelAndView answer(
            String id, CoordinatorId me, Done done, Map<String, String> sent, RedirectAttributes news, String words) {
        if (done instanceof Done.Written) {
            return pages.done(id, news, words);
        }
        if (done instanceof Done.Refused refused) {
            String why = refused.refusals().stream().map(InWords::of).collect(Collectors.joining(" "));
            return pages.show(id, me, HttpStatus.UNPROCESSABLE_CONTENT, why, sent);
        }
        if (done instanceof Done.HeldForSafety) {
            String why = "This lead is held for safety. Before it is closed, say beside the warning that the danger is over, and why.";
            return pages.show(id, me, HttpStatus.CONFLICT, why, sent);
        }
        return pages.show(id, me, HttpStatus.CONFLICT, "Somebody has closed this lead meanwhile.", sent);
    }

    private Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(hours.zone()).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean tooLong(Map<String, String> sent) {
        return given(sent, "because")
                .filter(note -> note.length() > NoteDesk.LONGEST)
                .isPresent();
    }

    private static Optional<String> given(Map<String, String> sent, String field) {
        return Optional.ofNullable(sent.get(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, @Nullable String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }
}
