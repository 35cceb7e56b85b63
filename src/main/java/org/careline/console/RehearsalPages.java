package org.careline.console;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careline.lead.LeadId;
import org.careline.lead.Touch;
import org.careline.rehearsal.LineView;
import org.careline.rehearsal.NetworkView;
import org.careline.rehearsal.PhoneNetwork;
import org.careline.settings.ClinicNumbers;
import org.careline.staff.CoordinatorId;
import org.careline.staff.OpeningHours;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The rehearsal page: the call that is followed, every phone that rings, and the form for the next call. */
@Component
class RehearsalPages {

    private final RehearsedCalls calls;
    private final ClinicNumbers numbers;
    private final NumberNames names;
    private final OpeningHours hours;
    private final RehearsedHours rehearsed;
    private final ConsolePages pages;
    private final Clock clock;

    RehearsalPages(
            RehearsedCalls calls,
            ClinicNumbers numbers,
            NumberNames names,
            OpeningHours hours,
            RehearsedHours rehearsed,
            ConsolePages pages,
            Clock clock) {
        this.calls = calls;
        this.numbers = numbers;
        this.names = names;
        this.hours = hours;
        this.rehearsed = rehearsed;
        this.pages = pages;
        this.clock = clock;
    }

    /** Whether this is a number that callers of the clinic dial. */
    boolean dialled(String number) {
        return numbers.dialled(number).isPresent();
    }

    /**
     * The page as it is now.
     *
     * @param call the SID of the call that is followed; empty for none
     * @param trouble what could not be done; empty if nothing
     */
    ModelAndView show(PhoneNetwork phones, String call, CoordinatorId me, HttpStatus status, String trouble) {
        NetworkView view = phones.view();
        Optional<LineView> followed = phones.line(call).filter(LineView::inbound);
        Map<String, Object> model = new HashMap<>();
        model.put("trouble", trouble);
        model.put("numbers", numbers.numbers());
        model.put("version", view.version());
        model.put("keys", CallView.KEYS);
        model.put("lost", !call.isEmpty() && followed.isEmpty());
        model.put("phones", shown(view, false));
        model.put(
                "others",
                shown(view, true).stream()
                        .filter(line -> !line.sid().equals(call))
                        .toList());
        followed.ifPresent(line -> model.put("call", CallView.of(line, names::of)));
        putHours(model);
        putLead(model, followed);
        return pages.show("rehearsal", status, me, model);
    }

    private void putHours(Map<String, Object> model) {
        model.put("hours", rehearsed.coming());
        model.put("chosen", rehearsed.chosen());
        model.put("pretended", rehearsed.pretended());
        model.put("zone", hours.zone());
    }

    /** What became of the call that is followed. */
    private void putLead(Map<String, Object> model, Optional<LineView> followed) {
        Optional<Touch> touch = followed.flatMap(line -> calls.touch(line.sid()));
        Optional<String> over = followed.filter(line -> line.doing() == LineView.Doing.IS_OVER)
                .filter(line -> touch.isEmpty())
                .map(line -> calls.became(line.sid()));
        model.put("became", over.orElse(""));
        model.put("leadId", touch.map(Touch::leadId).map(LeadId::value).orElse(""));
        model.put(
                "reasons",
                touch.map(one -> ReasonView.of(one, new Due.Shown(clock.instant(), hours.zone(), pages::name)))
                        .orElse(List.of()));
    }

    private List<CallView> shown(NetworkView view, boolean inbound) {
        return view.live().stream()
                .filter(line -> line.inbound() == inbound)
                .map(line -> CallView.of(line, names::of))
                .toList();
    }
}
