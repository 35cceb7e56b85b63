package org.careline.console;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.consent.ContactWindows;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.lead.LeadWithHistory;
import org.careline.recording.RecordingBook;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.staff.OpeningHours;
import org.careline.staff.Roster;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one lead: as it is, after something was done, and with the reason why something was not. */
@Component
class LeadPages {

    private final LeadBook book;
    private final ContactWindows windows;
    private final RecordingBook recordings;
    private final WorkDrafts drafts;
    private final OpeningHours hours;
    private final DangerTold danger;
    private final ConsolePages pages;
    private final List<LanguageGroup> languages;
    private final Clock clock;

    LeadPages(
            LeadBook book,
            ContactWindows windows,
            RecordingBook recordings,
            WorkDrafts drafts,
            OpeningHours hours,
            DangerTold danger,
            Roster roster,
            ConsolePages pages,
            Clock clock) {
        this.book = book;
        this.windows = windows;
        this.recordings = recordings;
        this.drafts = drafts;
        this.hours = hours;
        this.danger = danger;
        this.pages = pages;
        this.languages = LanguageGroup.of(roster.coordinators().stream()
                .flatMap(one -> one.languages().stream())
                .collect(Collectors.toSet()));
        this.clock = clock;
    }

    ModelAndView show(String id, Actor.Person me) {
        return show(id, me, Refused.NOTHING);
    }

    /** The page as it is now, with what is wrong. */
    ModelAndView show(String id, Actor.Person me, Refused refused) {
        Optional<LeadWithHistory> file =
                Optional.of(id).filter(LeadId::isOne).map(LeadId::new).flatMap(one -> book.find(one, me));
        if (file.isEmpty()) {
            return missing(me);
        }
        Map<String, Object> model = new HashMap<>();
        model.put("lead", shown(file.get(), me));
        safety(file.get().lead()).ifPresent(band -> model.put("safety", band));
        model.put("zone", hours.zone());
        model.put("trouble", refused.trouble());
        model.put("faults", refused.faults());
        SheetView sheet = sheet(file.get().lead(), me, refused);
        model.put("sheet", sheet);
        Map<String, String> typed = new HashMap<>(sheet.typed());
        typed.putAll(refused.typed());
        model.put("typed", typed);
        model.put("noteId", Notes.nextForm());
        model.put("outcomes", OutcomeChoice.ALL);
        model.put("languages", languages);
        model.put("closings", CloseGroup.ALL);
        return pages.show("lead", refused.status(), me.coordinator(), model);
    }

    private LeadView shown(LeadWithHistory file, Actor.Person me) {
        return LeadView.of(
                file,
                book,
                windows,
                RecordingView.of(file, recordings),
                me,
                new Due.Shown(clock.instant(), hours.zone(), pages::name));
    }

    private SheetView sheet(Lead lead, Actor.Person me, Refused refused) {
        Set<LeadId> all = Stream.concat(Stream.of(lead.id()), lead.merge().members().stream())
                .collect(Collectors.toSet());
        return refused.sheet()
                .map(sent -> drafts.shown(me.coordinator(), all, sent, refused.typed()))
                .orElseGet(() -> drafts.shown(me.coordinator(), all));
    }

    /** Empty if nobody fears for the person. */
    private Optional<SafetyView> safety(Lead lead) {
        return Optional.ofNullable(danger.of(List.of(lead)).get(lead.id()))
                .map(happened -> new SafetyView(happened, danger.taken(lead), lead.waitsInDanger()));
    }

    /**
     * Back to the lead, where it says this once. The words wait under an address of their own: the page that is still open may
     * fetch itself anew before its browser has followed, and must not take them.
     */
    ModelAndView done(String id, RedirectAttributes news, String words) {
        news.addAttribute("news", UUID.randomUUID());
        news.addFlashAttribute("done", words);
        return new ModelAndView("redirect:/console/leads/" + id);
    }

    ModelAndView missing(Actor.Person me) {
        return pages.show("missing", HttpStatus.NOT_FOUND, me.coordinator(), Map.of());
    }

    String name(CoordinatorId id) {
        return pages.name(id);
    }
}
