package org.careline.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.careline.intake.InquiryParser;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.lead.NextAction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows leads: one, a search, and the queue in its order. */
@RestController
class LeadEndpoint {

    private final LeadBook book;
    private final LeadSearch search;
    private final Cursors cursors;
    private final InquiryParser parser;

    LeadEndpoint(LeadBook book, LeadSearch search, Cursors cursors, InquiryParser parser) {
        this.book = book;
        this.search = search;
        this.cursors = cursors;
        this.parser = parser;
    }

    @GetMapping(path = ApiPaths.LEADS + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> find(@PathVariable String id) {
        return Optional.of(id)
                .filter(LeadId::isOne)
                .map(LeadId::new)
                .flatMap(book::find)
                .<ResponseEntity<?>>map(file -> ResponseEntity.ok(LeadOut.of(file)))
                .orElseGet(() -> Problem.of(HttpStatus.NOT_FOUND, "There is no lead with this id.")
                        .response());
    }

    @GetMapping(path = ApiPaths.LEADS, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> list(HttpServletRequest request) {
        ListQuery.Reading reading = ListQuery.of(request, LeadFilter.NAMES, cursors);
        return reading instanceof ListQuery.Reading.Read read
                ? list(read.query())
                : ((ListQuery.Reading.Refused) reading).problem().response();
    }

    private ResponseEntity<?> list(ListQuery query) {
        LeadFilter.Reading reading = LeadFilter.of(query.filters(), parser);
        if (reading instanceof LeadFilter.Reading.Read read) {
            List<Lead> found = search.find(read.filter(), query.after(), query.limit() + 1);
            return ResponseEntity.ok(page(found, query, LeadOut::listed, Lead::listed));
        }
        return ((LeadFilter.Reading.Refused) reading).problem().response();
    }

    @GetMapping(path = ApiPaths.QUEUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> queue(HttpServletRequest request) {
        ListQuery.Reading reading = ListQuery.of(request, Set.of(), cursors);
        if (reading instanceof ListQuery.Reading.Read read) {
            List<Lead> found = book.queue(read.query().after(), read.query().limit() + 1);
            return ResponseEntity.ok(page(found, read.query(), LeadOut::queued, LeadEndpoint::place));
        }
        return ((ListQuery.Reading.Refused) reading).problem().response();
    }

    /** One lead more than a page has was asked for, and tells whether another page follows. */
    private PageOut<LeadOut> page(
            List<Lead> found, ListQuery query, Function<Lead, LeadOut> shown, Function<Lead, @Nullable String> key) {
        List<Lead> items = found.subList(0, Math.min(found.size(), query.limit()));
        String last = found.size() > items.size() ? key.apply(items.get(items.size() - 1)) : null;
        return new PageOut<>(items.stream().map(shown).toList(), last == null ? null : cursors.of(query.text(), last));
    }

    private static @Nullable String place(Lead lead) {
        NextAction next = lead.next();
        return next == null ? null : next.place();
    }
}
