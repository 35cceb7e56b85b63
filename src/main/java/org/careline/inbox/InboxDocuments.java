package org.careline.inbox;

import org.careline.store.DeclaredIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where inbox documents lie, and every index that a query of this module needs. */
@Configuration(proxyBeanMethods = false)
class InboxDocuments {

    static final String INQUIRIES = "inquiries";

    /** What the flow takes up next. */
    @Bean
    DeclaredIndex inquiriesByDueTime() {
        return DeclaredIndex.ascending(INQUIRIES, "by_due_time", "dueAt");
    }

    /** What became of a receipt. */
    @Bean
    DeclaredIndex inquiriesByReceipt() {
        return DeclaredIndex.ascending(INQUIRIES, "by_receipt", "receipt");
    }

    /** Those that rest: suspect, unplaced, parked, refused. */
    @Bean
    DeclaredIndex inquiriesByShelf() {
        return DeclaredIndex.ascending(INQUIRIES, "by_shelf", "shelf");
    }
}
