package org.careline.console;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.lead.Action;
import org.careline.lead.Channel;
import org.careline.lead.Fact.Kind;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.staff.CoordinatorId;
import org.careline.store.GuardedStore;
import org.springframework.stereotype.Component;

/** Says of people who are owed a call what their last call was: a message is heard before anybody is called. */
@Component
class LastCalls {

    private static final Set<Action> OWED = Set.of(Action.CALL, Action.CALL_BACK);

    private final GuardedStore<SourceId, Touch> touches;

    LastCalls(GuardedStore<SourceId, Touch> touches) {
        this.touches = touches;
    }

    /** In a few words, of those whose last call says something. */
    Map<LeadId, String> of(Collection<Lead> leads, Function<CoordinatorId, String> names) {
        Set<SourceId> calls = leads.stream().flatMap(LastCalls::calls).collect(Collectors.toSet());
        Map<SourceId, Touch> known = calls.isEmpty() ? Map.of() : touches.find(calls);
        Map<LeadId, String> words = new HashMap<>();
        leads.forEach(lead -> {
            String last = words(
                    lead,
                    calls(lead)
                            .flatMap(call -> Stream.ofNullable(known.get(call)))
                            .toList(),
                    names);
            if (!last.isEmpty()) {
                words.put(lead.id(), last);
            }
        });
        return words;
    }

    /** The same of one lead, whose contacts are at hand. */
    static String of(Lead lead, List<Touch> touches, Function<CoordinatorId, String> names) {
        Set<SourceId> owed = calls(lead).collect(Collectors.toSet());
        return words(
                lead,
                touches.stream().filter(touch -> owed.contains(touch.id())).toList(),
                names);
    }

    private static Stream<SourceId> calls(Lead lead) {
        return lead.due().stream()
                .filter(item -> OWED.contains(item.what()))
                .flatMap(item -> item.sources().stream())
                .filter(source -> source.channel() == Channel.CALL);
    }

    private static String words(Lead lead, List<Touch> calls, Function<CoordinatorId, String> names) {
        return Optional.ofNullable(lead.next())
                .filter(next -> OWED.contains(next.what()))
                .flatMap(next ->
                        calls.stream().max(Comparator.comparing(Touch::at).thenComparing(Touch::id)))
                .map(call -> words(call, names))
                .orElse("");
    }

    private static String words(Touch call, Function<CoordinatorId, String> names) {
        String came = CallLabels.capital(new CallLabels(call, names).whatCame());
        return call.knows(Kind.VOICEMAIL) ? came + ": listen first" : came;
    }
}
