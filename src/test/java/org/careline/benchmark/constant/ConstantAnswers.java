package org.careline.benchmark.constant;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;

/** Puts the constant filter in its place, and counts what is written. */
@Configuration(proxyBeanMethods = false)
@Profile("benchmark")
class ConstantAnswers {

    @Bean
    FilterRegistrationBean<ConstantFilter> constantFilter() {
        FilterRegistrationBean<ConstantFilter> registration = new FilterRegistrationBean<>(new ConstantFilter());
        registration.addUrlPatterns("/benchmark/filter");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    MongoClientSettingsBuilderCustomizer countedWrites(MeterRegistry meters) {
        return settings -> settings.addCommandListener(new CountedWrites(meters));
    }
}
