/**
 * Who is asking and everything that happened with them. A lead is one enquiry episode of one person; a touch is one
 * contact, and its id is the id of the message that made it. Every effect on a lead is a minimum, a maximum or a union,
 * so that the order in which touches arrive does not matter. No open lead is without a next action.
 */
@ApplicationModule(allowedDependencies = {"contact", "node", "staff", "store"})
@NullMarked
package org.careline.lead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
