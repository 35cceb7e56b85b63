package org.careline.settings;

import java.util.Map;
import java.util.function.Consumer;

/**
 * What a module reads of the clinic's files at the start, for a check that starts nothing. Named in
 * {@code META-INF/spring.factories}, made by a constructor without arguments.
 */
public interface FilesCheck {

    /**
     * Reads as the start does, each fails with {@link ClinicFileFaulty} as the start would.
     *
     * @return by the name of the file that it is about, without {@code .yaml}
     */
    Map<String, Consumer<ClinicFiles>> reads();
}
