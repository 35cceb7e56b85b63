/**
 * Who gets a lead: eligibility, rotation by weight, capacity and burst limit, the ledger of every decision, claims, and the
 * return of work whose owner has gone. A coordinator's room is taken in one guarded write before the lead is written; what
 * turns out to belong to somebody else is given back.
 */
@ApplicationModule(allowedDependencies = {"contact", "lead", "node", "staff", "store"})
@NullMarked
package org.careline.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
