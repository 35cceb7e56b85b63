package org.careline.settings;

import java.util.stream.Stream;

/** A file whose rules tie several of its keys together. They are checked once every single key is right. */
public interface SelfChecking {

    /** Everything that is wrong; empty if the file can be used. */
    Stream<Violation> violations();
}
