package org.careline.console;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careline.assignment.AssignmentDesk;
import org.careline.followup.FollowUpDesk;
import org.careline.followup.ReportResult;
import org.careline.lead.LeadId;
import org.careline.lead.LeadWrites.Changed;
import org.careline.staff.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One lead and what can be done with it. Whoever signed in is the one who does it. What was done leads back to the page; what
 * could not be done shows the page as it is now, with the reason.
 */
@Controller
class LeadController {

    private static final String PATH = "/console/leads/{id}";

    private final AssignmentDesk assignments;
    private final FollowUpDesk desk;
    private final WorkDrafts drafts;
    private final LeadPages pages;

    LeadController(AssignmentDesk assignments, FollowUpDesk desk, WorkDrafts drafts, LeadPages pages) {
        this.assignments = assignments;
        this.desk = desk;
        this.drafts = drafts;
        this.pages = pages;
    }

    @GetMapping(PATH)
    ModelAndView lead(@PathVariable String id, Actor.Person me) {
        return pages.show(id, me);
    }

    @PostMapping(PATH + "/claim")
    ModelAndView claim(@PathVariable String id, Actor.Person me, RedirectAttributes news) {
        if (!LeadId.isOne(id)) {
            return pages.missing(me);
        }
        Changed changed = assignments.claim(new LeadId(id), me);
        if (changed instanceof Changed.Declined shown) {
            String why = shown.lead()
                    .ownership()
                    .coordinator()
                    .map(owner -> "Already taken by " + pages.name(owner) + ".")
                    .orElse("This lead is closed; nobody needs to claim it.");
            return pages.show(id, me, Refused.meanwhile(why));
        }
        return after(id, me, changed, news, "You own this lead now.");
    }

    @PostMapping(PATH + "/notes")
    ModelAndView note(
            @PathVariable String id, @RequestParam Map<String, String> sent, Actor.Person me, RedirectAttributes news) {
        if (!LeadId.isOne(id)) {
            return pages.missing(me);
        }
        WorkForm form = new WorkForm(sent);
        Map<String, String> faults = form.faults();
        Optional<String> written = form.note();
        if (written.isEmpty()) {
            faults.putIfAbsent(WorkForm.TEXT, "There is nothing in this note yet.");
            return pages.show(id, me, Refused.unfit(form, faults));
        }
        Set<String> text = Set.of(WorkForm.TEXT);
        ReportResult done = desk.note(new LeadId(id), me, written.get(), form.act(me.coordinator(), text));
        if (done instanceof ReportResult.Missing) {
            return pages.missing(me);
        }
        drafts.saved(me.coordinator(), new LeadId(id), form, form.without(text));
        return pages.done(id, news, "The note is saved.");
    }

    private ModelAndView after(String id, Actor.Person me, Changed changed, RedirectAttributes news, String done) {
        return changed instanceof Changed.Missing ? pages.missing(me) : pages.done(id, news, done);
    }
}
