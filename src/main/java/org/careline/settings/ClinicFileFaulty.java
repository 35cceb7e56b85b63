package org.careline.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Files or settings that cannot be used as they are, with everything that is wrong with them. Stops the start. */
public final class ClinicFileFaulty extends RuntimeException {

    private final transient List<Fault> faults;

    /** At least one fault. Modules whose rules go beyond a single file report theirs through this too. */
    public ClinicFileFaulty(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, in the order of the file. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * One thing that is wrong.
     *
     * @param file where it stands
     * @param line its line, counted from 1; 0 if it has none
     * @param key the full key
     * @param found what stands there; "nothing" if it is missing
     * @param expected what should stand there
     */
    public record Fault(String file, int line, String key, String found, String expected) {

        @Override
        public String toString() {
            return file + (line > 0 ? ", line " + line : "") + ": " + key + ": found " + found + ", expected "
                    + expected;
        }
    }
}
