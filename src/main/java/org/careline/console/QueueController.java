package org.careline.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadRounds;
import org.careline.staff.Actor;
import org.careline.staff.OpeningHours;
import org.careline.store.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The queue, a page at a time. The address holds a place in the queue, which says nothing of a person. */
@Controller
class QueueController {

    private static final int PAGE = 50;
    private static final int MOST = 500;
    private static final Pattern PLACE = Pattern.compile("L[0-6]\\|\\d{15}\\|[0-9a-f]{24}");
    private static final Pattern ROWS = Pattern.compile("\\d{1,3}");

    private final LeadBook book;
    private final LeadRounds rounds;
    private final OpeningHours hours;
    private final DangerTold danger;
    private final LastCalls calls;
    private final ConsolePages pages;
    private final Clock clock;

    QueueController(
            LeadBook book,
            LeadRounds rounds,
            OpeningHours hours,
            DangerTold danger,
            LastCalls calls,
            ConsolePages pages,
            Clock clock) {
        this.book = book;
        this.rounds = rounds;
        this.hours = hours;
        this.danger = danger;
        this.calls = calls;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping({"/console", "/console/"})
    String home() {
        return "redirect:/console/queue";
    }

    @GetMapping("/console/queue")
    ModelAndView queue(HttpServletRequest request, Actor.Person me) {
        QueueFilter view = QueueFilter.of(request.getParameter("view"));
        Optional<String> after = Optional.ofNullable(request.getParameter("after"))
                .filter(text -> PLACE.matcher(text).matches());
        int rows = rows(request.getParameter("rows"));
        List<Lead> found = view.read(book, rounds, me, new Page(after, rows).andOne());
        return pages.show("queue", HttpStatus.OK, me.coordinator(), model(view, me, found, rows, after.isPresent()));
    }

    /** One lead more than a page has was asked for, and tells whether another page follows. */
    private Map<String, Object> model(
            QueueFilter view, Actor.Person me, List<Lead> found, int rows, boolean continued) {
        List<Lead> shown = found.subList(0, Math.min(found.size(), rows));
        Instant now = clock.instant();
        Map<String, Object> model = new HashMap<>();
        model.put("views", QueueFilter.values());
        model.put("view", view);
        model.put("continued", continued);
        model.put(
                "rows",
                shown.stream()
                        .map(lead -> QueueRow.of(lead, me.coordinator(), new Due.Shown(now, hours.zone(), pages::name)))
                        .toList());
        Map<String, String> dangers = new HashMap<>();
        danger.of(shown).forEach((id, happened) -> dangers.put(id.value(), String.join(" ", happened)));
        model.put("dangers", dangers);
        Map<String, String> came = new HashMap<>();
        calls.of(shown, pages::name).forEach((id, words) -> came.put(id.value(), words));
        model.put("came", came);
        model.put(
                "more",
                found.size() > rows ? QueueFilter.placeOf(shown.get(rows - 1)).orElse("") : "");
        return model;
    }

    /** A page that grew is fetched anew as a whole when something changed. */
    private static int rows(@Nullable String asked) {
        return Optional.ofNullable(asked)
                .filter(text -> ROWS.matcher(text).matches())
                .map(text -> Math.max(PAGE, Math.min(MOST, Integer.parseInt(text))))
                .orElse(PAGE);
    }
}
