package org.careline.intake;

import org.careline.store.DeclaredIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where inbox documents lie, and every index that a query of this module needs. */
@Configuration(proxyBeanMethods = false)
class IntakeDocuments {

    static final String INQUIRIES = "inquiries";
    static final String LEASES = "leases";

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
