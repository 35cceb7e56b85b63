package org.careline.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the faults of the clinic's files instead of a stack trace. */
class ClinicFileFaultyAnalyzer extends AbstractFailureAnalyzer<ClinicFileFaulty> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ClinicFileFaulty faulty) {
        return new FailureAnalysis(
                "The settings cannot be used as they are:\n\n" + faulty.getMessage(),
                "Correct the lines named above and start again.",
                faulty);
    }
}
