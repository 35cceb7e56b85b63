package org.careline.webform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many forms within an hour are usual; what is above waits for a human look. Zero: any number is.
 *
 * @param perAddress from one network
 * @param perPerson that name one phone number or e-mail address
 * @param inAll to this process, at least
 * @param timesUsual to this process, by what the hours before had
 */
@ConfigurationProperties("careline.webform.most-an-hour")
record CrowdSettings(
        @DefaultValue("60") int perAddress,
        @DefaultValue("60") int perPerson,
        @DefaultValue("500") int inAll,
        @DefaultValue("5") int timesUsual) {

    static final CrowdSettings ANY = new CrowdSettings(0, 0, 0, 0);
}
