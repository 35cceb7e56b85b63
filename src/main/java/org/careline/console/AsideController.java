package org.careline.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.careline.inbox.InquiryDesk;
import org.careline.inbox.InquiryDesk.Dismissal;
import org.careline.inbox.InquiryDesk.Replay;
import org.careline.inbox.InquiryDesk.Shelf;
import org.careline.inbox.Receipt;
import org.careline.staff.Actor;
import org.careline.staff.OpeningHours;
import org.careline.store.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What did not become a lead by itself: suspect, unplaced, parked and refused inquiries, for a person to look at. */
@Controller
class AsideController {

    private static final Logger LOG = LoggerFactory.getLogger(AsideController.class);
    private static final String PATH = "/console/inquiries";
    private static final int MOST = 500;

    private final InquiryDesk desk;
    private final OpeningHours hours;
    private final ConsolePages pages;

    AsideController(InquiryDesk desk, OpeningHours hours, ConsolePages pages) {
        this.desk = desk;
        this.hours = hours;
        this.pages = pages;
    }

    @GetMapping(PATH)
    ModelAndView aside(HttpServletRequest request, Actor.Person me) {
        AsideFilter view = AsideFilter.of(request.getParameter("state"));
        Map<AsideFilter, Shelf> shelves = new EnumMap<>(AsideFilter.class);
        for (AsideFilter one : AsideFilter.values()) {
            shelves.put(one, desk.resting(one.state(), Page.first(MOST)));
        }
        Map<String, Object> counts = new HashMap<>();
        shelves.forEach((one, shelf) -> counts.put(one.word(), counted(shelf)));
        Shelf shown = Objects.requireNonNull(shelves.get(view));
        Map<String, Object> model = new HashMap<>();
        model.put("asides", AsideFilter.values());
        model.put("aside", view);
        model.put("counts", counts);
        model.put("rows", AsideRow.of(shown.items(), hours.zone()));
        model.put("cut", shown.next().isPresent());
        return pages.show("aside", HttpStatus.OK, me.coordinator(), model);
    }

    private static String counted(Shelf shelf) {
        return shelf.items().size() + shelf.next().map(more -> "+").orElse("");
    }

    /** Sends them through the flow once more. */
    @PostMapping(PATH + "/release")
    ModelAndView release(HttpServletRequest request, Actor.Person me, RedirectAttributes news) {
        long done = each(request, receipt -> desk.replay(receipt) == Replay.REPLAYED);
        LOG.info("{} let {} inquiries through", me, done);
        return back(request, news, done, "let through: it is a lead within a few seconds");
    }

    /** Nobody asks for anything by them. */
    @PostMapping(PATH + "/dismiss")
    ModelAndView dismiss(HttpServletRequest request, Actor.Person me, RedirectAttributes news) {
        long done = each(request, receipt -> desk.dismiss(receipt) == Dismissal.DISMISSED);
        LOG.info("{} dismissed {} inquiries", me, done);
        return back(request, news, done, "dismissed; it can be taken back under Refused");
    }

    private long each(HttpServletRequest request, Predicate<Receipt> act) {
        List<Receipt> receipts = Optional.ofNullable(request.getParameterValues("receipt")).stream()
                .flatMap(Stream::of)
                .limit(MOST)
                .map(Receipt::new)
                .toList();
        return receipts.stream().filter(act).count();
    }

    private static ModelAndView back(HttpServletRequest request, RedirectAttributes news, long done, String words) {
        news.addAttribute("state", AsideFilter.of(request.getParameter("state")).word());
        news.addAttribute("news", UUID.randomUUID());
        news.addFlashAttribute(
                "done", done == 0 ? "Somebody else has decided about it meanwhile." : done + " " + words + ".");
        return new ModelAndView("redirect:" + PATH);
    }
}
