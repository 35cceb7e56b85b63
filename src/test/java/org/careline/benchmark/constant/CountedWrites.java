package org.careline.benchmark.constant;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;

/** Counts the documents that the store says it has inserted or changed. */
final class CountedWrites implements CommandListener {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete");

    private final Counter written;

    CountedWrites(MeterRegistry meters) {
        this.written = meters.counter("benchmark.documents.written");
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        if (WRITES.contains(event.getCommandName())) {
            written.increment(event.getResponse().getNumber("n").doubleValue());
        }
    }
}
