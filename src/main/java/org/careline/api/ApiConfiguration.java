package org.careline.api;

import org.careline.node.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this door needs of the node. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    ApiKeys apiKeys(Secrets secrets) {
        return new ApiKeys(secrets::apiToken, secrets::signingKey);
    }
}
