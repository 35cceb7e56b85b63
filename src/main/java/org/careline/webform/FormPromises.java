package org.careline.webform;

import java.time.Duration;
import java.time.Instant;
import org.careline.followup.Asked;
import org.careline.followup.CallPromises;
import org.careline.followup.GoodTimes;
import org.careline.inbox.InquiryDetails;
import org.careline.inbox.ParsedInquiry;
import org.careline.lead.Channel;
import org.careline.settings.ClinicForms;
import org.springframework.stereotype.Component;

/** What is promised to whoever sends a form. */
@Component
class FormPromises {

    private final CallPromises promises;
    private final ClinicForms forms;

    FormPromises(CallPromises promises, ClinicForms forms) {
        this.promises = promises;
        this.forms = forms;
    }

    /** The same for everybody, also for whom a person looks at first. */
    Told told(String form, ParsedInquiry.Understood understood, Instant now) {
        InquiryDetails request = understood.details();
        Asked asked = new Asked(
                Channel.FORM, now, understood.sender().zones(request.zip()), GoodTimes.named(request.bestTimes()));
        int usual = forms.form(form).orElseThrow().answerMinutes();
        return new Told(promises.written(asked, Duration.ofMinutes(usual)), now);
    }
}
