package org.careline.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.lead.Related;
import org.careline.staff.Actor;

/** Another lead to know of. */
record RelatedView(String kind, String id, String name) {

    static List<RelatedView> of(Set<Related> related, LeadBook book, Actor reader) {
        if (related.isEmpty()) {
            return List.of();
        }
        Map<LeadId, Lead> known = book.living(related.stream().map(Related::id).toList(), reader).stream()
                .collect(Collectors.toMap(Lead::id, Function.identity()));
        return new TreeSet<>(related)
                .stream()
                        .map(one -> of(one, Optional.ofNullable(known.get(one.id()))))
                        .toList();
    }

    private static RelatedView of(Related related, Optional<Lead> lead) {
        String name = lead.map(Lead::person).map(Who::name).orElse("a lead that was merged");
        return new RelatedView(Labels.of(related.kind()), related.id().value(), name);
    }

    /** Nothing of a person reaches a log. */
    @Override
    public String toString() {
        return "RelatedView[" + kind + " " + id + "]";
    }
}
