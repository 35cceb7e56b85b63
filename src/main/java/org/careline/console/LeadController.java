package org.careline.console;

import java.security.Principal;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.careline.assignment.AssignmentDesk;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadDesk.Changed;
import org.careline.lead.LeadFile;
import org.careline.lead.LeadId;
import org.careline.staff.CoordinatorId;
import org.careline.staff.OpeningHours;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
    private static final String DONE = "done";

    private final LeadBook book;
    private final AssignmentDesk assignments;
    private final NoteDesk notes;
    private final OpeningHours hours;
    private final ConsolePages pages;
    private final Clock clock;

    LeadController(
            LeadBook book,
            AssignmentDesk assignments,
            NoteDesk notes,
            OpeningHours hours,
            ConsolePages pages,
            Clock clock) {
        this.book = book;
        this.assignments = assignments;
        this.notes = notes;
        this.hours = hours;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView lead(@PathVariable String id, Principal signedIn) {
        return show(id, me(signedIn), HttpStatus.OK, "", "");
    }

    @PostMapping(PATH + "/claim")
    ModelAndView claim(@PathVariable String id, Principal signedIn, RedirectAttributes news) {
        CoordinatorId me = me(signedIn);
        if (!LeadId.isOne(id)) {
            return missing(me);
        }
        Changed changed = assignments.claim(new LeadId(id), me);
        if (changed instanceof Changed.Declined shown) {
            CoordinatorId owner = shown.lead().owner();
            String why = owner == null
                    ? "This lead is closed; nobody needs to claim it."
                    : "Already taken by " + pages.name(owner) + ".";
            return show(id, me, HttpStatus.CONFLICT, why, "");
        }
        return after(id, me, changed, news, "You own this lead now.");
    }

    @PostMapping(PATH + "/notes")
    ModelAndView note(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String note,
            Principal signedIn,
            RedirectAttributes news) {
        CoordinatorId me = me(signedIn);
        if (!LeadId.isOne(id)) {
            return missing(me);
        }
        Optional<String> written = NoteDesk.note(text);
        if (written.isEmpty()) {
            String why = "A note has 1 to " + NoteDesk.LONGEST + " characters. It was not saved.";
            return show(id, me, HttpStatus.UNPROCESSABLE_CONTENT, why, text == null ? "" : text);
        }
        return after(id, me, notes.write(new LeadId(id), me, note, written.get()), news, "The note is saved.");
    }

    private ModelAndView after(String id, CoordinatorId me, Changed changed, RedirectAttributes news, String done) {
        if (changed instanceof Changed.Missing) {
            return missing(me);
        }
        news.addFlashAttribute(DONE, done);
        return new ModelAndView("redirect:/console/leads/" + id);
    }

    private ModelAndView show(String id, CoordinatorId me, HttpStatus status, String trouble, String typed) {
        Optional<LeadFile> file =
                Optional.of(id).filter(LeadId::isOne).map(LeadId::new).flatMap(book::find);
        if (file.isEmpty()) {
            return missing(me);
        }
        Map<String, Object> model = new HashMap<>();
        model.put("lead", LeadShown.of(file.get(), book, me, pages::name, clock.instant()));
        model.put("zone", hours.zone());
        model.put("trouble", trouble);
        model.put("typed", typed);
        model.put("noteId", NoteDesk.nextId());
        model.put("longest", NoteDesk.LONGEST);
        return pages.show("lead", status, me, model);
    }

    private ModelAndView missing(CoordinatorId me) {
        return pages.show("missing", HttpStatus.NOT_FOUND, me, Map.of());
    }

    private static CoordinatorId me(Principal signedIn) {
        return new CoordinatorId(signedIn.getName());
    }
}
