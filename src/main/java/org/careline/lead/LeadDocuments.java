package org.careline.lead;

import org.careline.store.DeclaredIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where leads and touches lie in the store, with every index that a query of this module needs. */
@Configuration(proxyBeanMethods = false)
class LeadDocuments {

    static final String LEADS = "leads";
    static final String TOUCHES = "touches";
    static final String ACTS = "acts";

    /** Lists by age. */
    @Bean
    DeclaredIndex leadsByAge() {
        return DeclaredIndex.ascending(LEADS, "by_age", "listed");
    }

    /** Lists of one stage by age. */
    @Bean
    DeclaredIndex leadsByStage() {
        return DeclaredIndex.ascending(LEADS, "by_stage", "work.stage", "listed");
    }

    /** The queue in its order. */
    @Bean
    DeclaredIndex leadsByPlace() {
        return DeclaredIndex.ascending(LEADS, "by_place", "next.place");
    }

    /** Merges that may be half done. */
    @Bean
    DeclaredIndex leadsThatJoin() {
        return DeclaredIndex.ascending(LEADS, "by_joining", "family.joining");
    }

    /** Open leads without a next action, counted for the gauge. */
    @Bean
    DeclaredIndex leadsWithoutNextAction() {
        return DeclaredIndex.ascending(LEADS, "by_next_action", "work.stage", "next.place", "listed");
    }

    /** Open leads that nobody owns, in the queue's order. */
    @Bean
    DeclaredIndex leadsUnowned() {
        return DeclaredIndex.ascending(LEADS, "by_unowned", "unowned");
    }

    /** What an owner has, by age. */
    @Bean
    DeclaredIndex leadsByOwner() {
        return DeclaredIndex.ascending(LEADS, "by_owner", "ownership.owner", "listed");
    }

    /** What an owner has at one stage, by age. */
    @Bean
    DeclaredIndex leadsByOwnerAndStage() {
        return DeclaredIndex.ascending(LEADS, "by_owner_and_stage", "ownership.owner", "work.stage", "listed");
    }

    /** What an owner has open, in the queue's order. */
    @Bean
    DeclaredIndex leadsByOwnerAndPlace() {
        return DeclaredIndex.ascending(LEADS, "by_owner_and_place", "ownership.owner", "next.place");
    }

    /** Leads of which something becomes due by itself. */
    @Bean
    DeclaredIndex leadsThatWake() {
        return DeclaredIndex.ascending(LEADS, "by_waking", "wakesAt");
    }

    /** What was written lately. */
    @Bean
    DeclaredIndex leadsByWriting() {
        return DeclaredIndex.ascending(LEADS, "by_writing", "writtenAt");
    }

    @Bean
    DeclaredIndex actsOfLead() {
        return DeclaredIndex.ascending(ACTS, "by_lead", "leadId");
    }

    @Bean
    DeclaredIndex touchesOfLead() {
        return DeclaredIndex.ascending(TOUCHES, "by_lead", "leadId");
    }
}
