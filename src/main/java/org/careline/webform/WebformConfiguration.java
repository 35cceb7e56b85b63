package org.careline.webform;

import java.time.Clock;
import org.careline.node.Secrets;
import org.careline.web.Seal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** What this door needs of the node, and the language of its pages. */
@Configuration(proxyBeanMethods = false)
class WebformConfiguration {

    @Bean
    FormTokens formTokens(Secrets secrets, WebformSettings settings, Clock clock) {
        return new FormTokens(new Seal("form", secrets::signingKey), settings.tokenAge(), clock);
    }

    /** Where scripts are expected, which no fill time says, any number of forms is usual. */
    @Bean
    Crowding crowding(Secrets secrets, CrowdSettings most, WebformSettings settings, Clock clock) {
        CrowdSettings usual = settings.minFillTime().isZero() ? CrowdSettings.ANY : most;
        return new Crowding(new Seal("crowd", secrets::signingKey), usual, clock);
    }

    /** Spring asks for it by this name. */
    @Bean
    LocaleResolver localeResolver() {
        return new PageLanguage();
    }
}
