package org.careline.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Serves the doors on a port of their own, in one context for all tests that need no other settings. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = DoorsApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "careline.data-dir=target/doors/${random.uuid}",
            "careline.api.token=" + Doors.TOKEN,
            "careline.signing-key=a signing key of the tests",
            "careline.console.password=" + Doors.PASSWORD,
        })
public @interface Doors {

    String TOKEN = "a-token-of-the-tests-of-doors";

    String PASSWORD = "a-password-of-the-tests";
}
