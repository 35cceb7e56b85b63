package org.careline.store.guard;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArraySet;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.careline.store.DeclaredIndex;

/** Hears every command that any test of this run sends to the store, and keeps what is wrong with it. */
public final class CommandRecorder implements CommandListener {

    private static final CommandRecorder OF_THIS_RUN = new CommandRecorder();

    private final Set<DeclaredIndex> declared = new CopyOnWriteArraySet<>();
    private final Set<String> faults = new ConcurrentSkipListSet<>();
    private final Set<String> shapes = new ConcurrentSkipListSet<>();

    public static CommandRecorder ofThisRun() {
        return OF_THIS_RUN;
    }

    public void declare(Collection<DeclaredIndex> indexes) {
        declared.addAll(indexes);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        shapes.add(shape(command));
        faults.addAll(CommandRules.faults(command));
        IndexRules.fault(command, declared).ifPresent(faults::add);
    }

    /** What was wrong since this was asked last. */
    List<String> faultsSinceLastAsked() {
        List<String> found = new ArrayList<>(faults);
        faults.removeAll(found);
        return found;
    }

    /** Every kind of command heard in this run, without any value: its fields and operators. */
    public Set<String> shapes() {
        return new TreeSet<>(shapes);
    }

    private static String shape(BsonDocument command) {
        StringBuilder shape = new StringBuilder(command.getFirstKey());
        command.forEach((field, value) -> {
            if (!field.equals(command.getFirstKey())
                    && !Set.of("documents", "u").contains(field)) {
                shape.append(' ').append(field);
                operators(value, shape);
            }
        });
        return shape.toString();
    }

    private static void operators(BsonValue value, StringBuilder shape) {
        if (value.isDocument()) {
            value.asDocument().forEach((field, inner) -> {
                if (field.startsWith("$")) {
                    shape.append(':').append(field);
                }
                operators(inner, shape);
            });
        } else if (value.isArray() && !value.asArray().isEmpty()) {
            operators(value.asArray().get(0), shape);
        }
    }
}
