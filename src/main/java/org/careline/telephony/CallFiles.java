package org.careline.telephony;

import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.careline.routing.CallPlan;
import org.careline.settings.ClinicFiles;
import org.careline.settings.FilesCheck;
import org.careline.speech.Prompts;
import org.careline.speech.RecordedTalks;

/** What callers hear, and what the rules of calls come to beside everything that they are made of. */
final class CallFiles implements FilesCheck {

    @Override
    public Map<String, Consumer<ClinicFiles>> reads() {
        return Map.of(
                "prompts", files -> files.read("prompts", Prompts.class),
                "recording", files -> files.read("recording", RecordedTalks.class),
                "call-plan", files -> files.read("call-plan", CallPlan.class),
                "call-examples",
                        files -> RoutingCheckProcess.report(files, Clock.systemUTC())
                                .refusing());
    }
}
