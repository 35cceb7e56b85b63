package org.careline.staff;

import org.careline.store.StoredAsText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the values of this module lie in the store. */
@Configuration(proxyBeanMethods = false)
class StoredStaff {

    @Bean
    StoredAsText<CoordinatorId> storedCoordinatorIds() {
        return new StoredAsText<>(CoordinatorId.class, CoordinatorId::value, CoordinatorId::new);
    }
}
