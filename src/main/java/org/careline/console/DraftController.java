package org.careline.console;

import java.util.List;
import java.util.Map;
import org.careline.draft.Drafts.Kept;
import org.careline.lead.LeadId;
import org.careline.staff.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Keeps what is typed on a lead's page by itself, as its script sends it. */
@RestController
class DraftController {

    /** More than any note may have, so that what is too long is not lost before it is made shorter. */
    static final int LONGEST = 40_000;

    private final WorkDrafts drafts;

    DraftController(WorkDrafts drafts) {
        this.drafts = drafts;
    }

    /**
     * What is kept now.
     *
     * @param saved the time by the clinic's clock
     * @param others what the same person typed on other pages
     */
    record Answer(String saved, List<SheetView.OtherShown> others) {}

    @PostMapping("/console/leads/{id}/draft")
    ResponseEntity<Answer> keep(@PathVariable String id, @RequestParam Map<String, String> sent, Actor.Person me) {
        if (!LeadId.isOne(id)) {
            return ResponseEntity.notFound().build();
        }
        WorkForm form = new WorkForm(sent);
        Map<String, String> fields = form.holdsSomething() ? form.typed() : Map.of();
        if (fields.values().stream().mapToInt(String::length).sum() > LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        Kept kept = drafts.keep(me.coordinator(), new LeadId(id), form.sheet(), fields);
        List<SheetView.OtherShown> others =
                SheetView.others(form.sheet(), fields.getOrDefault(WorkForm.TEXT, ""), kept.all(), drafts::time);
        return ResponseEntity.status(kept.taken() ? HttpStatus.OK : HttpStatus.CONFLICT)
                .body(new Answer(drafts.now(), others));
    }
}
