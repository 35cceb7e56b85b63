package org.careline.benchmark.constant;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A constant answer as a hand-written controller gives it: through Spring Security and Spring MVC. */
@RestController
@Profile("benchmark")
class ConstantController {

    @PostMapping(path = "/benchmark/controller", produces = "text/xml;charset=UTF-8")
    String answer() {
        return ConstantFilter.TWIML;
    }
}
