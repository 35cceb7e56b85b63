package org.careline.console;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.careline.followup.AttemptReport;
import org.careline.followup.FollowUpDesk;
import org.careline.followup.ReportFault;
import org.careline.followup.ReportResult;
import org.careline.lead.CloseReason;
import org.careline.lead.LeadId;
import org.careline.lead.Outcome;
import org.careline.staff.Actor;
import org.careline.staff.OpeningHours;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes how an attempt ended, and closings. A time is one of the clinic's clock. */
@Controller
class WorkController {

    private static final String HELD =
            "This lead is held for safety. Before it is closed, say in the red box that the danger is"
                    + " over, and why.";
    private static final String PATH = "/console/leads/{id}";

    private final FollowUpDesk desk;
    private final OpeningHours hours;
    private final WorkDrafts drafts;
    private final LeadPages pages;

    WorkController(FollowUpDesk desk, OpeningHours hours, WorkDrafts drafts, LeadPages pages) {
        this.desk = desk;
        this.hours = hours;
        this.drafts = drafts;
        this.pages = pages;
    }

    @PostMapping(PATH + "/outcome")
    ModelAndView outcome(
            @PathVariable String id, @RequestParam Map<String, String> sent, Actor.Person me, RedirectAttributes news) {
        if (!LeadId.isOne(id)) {
            return pages.missing(me);
        }
        WorkForm form = new WorkForm(sent);
        Map<String, String> faults = form.faults();
        Optional<Instant> time = form.time(hours);
        if (time.isEmpty() && form.given(WorkForm.AT).isPresent()) {
            faults.put(WorkForm.AT, "This is no date and time.");
        }
        Optional<Outcome> outcome = form.outcome();
        if (outcome.isEmpty()) {
            faults.put(WorkForm.OUTCOME, "Say how the attempt ended.");
        }
        if (!faults.isEmpty() || outcome.isEmpty()) {
            return pages.show(id, me, Refused.unfit(form, faults));
        }
        AttemptReport said = new AttemptReport(outcome.get(), time, form.given(WorkForm.LANGUAGE));
        ReportResult done = desk.attempted(
                new LeadId(id), me, said, form.note().orElse(null), form.act(me.coordinator(), WorkForm.OF_OUTCOME));
        Saved saved =
                new Saved("The outcome is saved: " + Labels.of(outcome.get()) + ".", form.without(WorkForm.OF_OUTCOME));
        return answer(id, me, done, form, saved, news);
    }

    @PostMapping(PATH + "/close")
    ModelAndView close(
            @PathVariable String id, @RequestParam Map<String, String> sent, Actor.Person me, RedirectAttributes news) {
        if (!LeadId.isOne(id)) {
            return pages.missing(me);
        }
        WorkForm form = new WorkForm(sent);
        Map<String, String> faults = form.faults();
        Optional<CloseReason> reason = form.reason();
        if (reason.isEmpty()) {
            faults.put(WorkForm.REASON, "A lead is closed with a reason.");
        }
        if (!faults.isEmpty() || reason.isEmpty()) {
            return pages.show(id, me, Refused.unfit(form, faults));
        }
        ReportResult done = desk.close(
                new LeadId(id),
                me,
                reason.get(),
                form.note().orElse(null),
                form.act(me.coordinator(), WorkForm.OF_CLOSING));
        return answer(id, me, done, form, new Saved("The lead is closed.", Map.of()), news);
    }

    private ModelAndView answer(
            String id, Actor.Person me, ReportResult done, WorkForm form, Saved saved, RedirectAttributes news) {
        if (done instanceof ReportResult.Written) {
            drafts.saved(me.coordinator(), new LeadId(id), form, saved.rest());
            return pages.done(id, news, saved.words());
        }
        if (done instanceof ReportResult.Missing) {
            return pages.missing(me);
        }
        if (done instanceof ReportResult.Refused refused) {
            Map<String, String> faults = refused.refusals().stream()
                    .collect(Collectors.toMap(
                            ReportFault::field, Labels::of, (one, other) -> one + " " + other, LinkedHashMap::new));
            return pages.show(id, me, Refused.unfit(form, faults));
        }
        if (done instanceof ReportResult.HeldForSafety) {
            return pages.show(id, me, Refused.meanwhile(HELD, form));
        }
        return pages.show(id, me, Refused.meanwhile("Somebody has closed this lead meanwhile.", form));
    }
}
