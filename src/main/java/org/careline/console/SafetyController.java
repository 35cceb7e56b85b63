package org.careline.console;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.careline.followup.FollowUpDesk;
import org.careline.followup.ReportResult;
import org.careline.lead.LeadId;
import org.careline.staff.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where whoever looked says that somebody is not in danger, or not any more. */
@Controller
class SafetyController {

    private static final String FIELD = "why-safe";
    private static final String WHY = "Say why nobody is in danger, in 1 to " + Notes.LONGEST + " characters.";

    private final FollowUpDesk desk;
    private final LeadPages pages;

    SafetyController(FollowUpDesk desk, LeadPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @PostMapping("/console/leads/{id}/safety")
    ModelAndView over(
            @PathVariable String id,
            @RequestParam(name = FIELD, required = false) @Nullable String why,
            Actor.Person me,
            RedirectAttributes news) {
        if (!LeadId.isOne(id)) {
            return pages.missing(me);
        }
        Map<String, String> typed = Map.of(FIELD, Objects.requireNonNullElse(why, ""));
        Optional<String> reason = Notes.note(why);
        if (reason.isEmpty()) {
            return pages.show(id, me, Refused.unfit(typed, Map.of(FIELD, WHY)));
        }
        ReportResult done = desk.safetyOver(new LeadId(id), me, reason.get());
        if (done instanceof ReportResult.Missing) {
            return pages.missing(me);
        }
        return done instanceof ReportResult.Written
                ? pages.done(id, news, "The warning is over. The outcome “Safety concern” brings it back.")
                : pages.show(id, me, Refused.meanwhile("Nobody fears for their safety: the warning is over.", typed));
    }
}
