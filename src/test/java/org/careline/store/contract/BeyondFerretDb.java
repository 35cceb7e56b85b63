package org.careline.store.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** What MongoDB does and FerretDB 1.24 is known not to do; it is not asked for this. */
@Tag("beyond-ferretdb")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface BeyondFerretDb {

    /** What it does instead. */
    String value();
}
