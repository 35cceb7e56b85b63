/**
 * The hosted form and the receipt page, for everyone: without JavaScript, without a cookie, in English and Spanish, with
 * the crisis sentence on every page. A form carries a sealed, timed token, which is the identity of the inquiry that
 * it makes, so that pressing Send twice sends once. Whoever looks like a robot gets the same receipt as everyone.
 * The sites that the settings name may show these pages in a frame. Error pages stand here too.
 */
@ApplicationModule(
        allowedDependencies = {
            "node",
            "web",
            "settings",
            "safety",
            "contact",
            "lead",
            "staff",
            "consent",
            "followup",
            "inbox"
        })
@NullMarked
package org.careline.webform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
