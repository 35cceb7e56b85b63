package org.careline.store.contract;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * Switches the lease off that lets only one node decide: whoever reads it finds it free, and whoever takes it is told that it
 * is theirs.
 */
final class BothAtWork implements Meddling {

    private static final String LEASES = "leases";
    private static final Set<String> DECISIONS = Set.of("touches", "leads");
    private static final long TOGETHER_MS = 250;

    private final Consumer<String> decision;

    private BothAtWork(Consumer<String> decision) {
        this.decision = decision;
    }

    static Ways withoutLease() {
        return Ways.alike(new BothAtWork(decided -> {}));
    }

    /**
     * Two that believe that they are alone, and write at the same instant what they decided from what they read before. Each
     * waits a moment for the other, at each kind of decision.
     */
    static Ways zombies() {
        Map<String, SynchronousQueue<String>> meetings =
                DECISIONS.stream().collect(Collectors.toMap(one -> one, one -> new SynchronousQueue<>()));
        return new Ways(
                new BothAtWork(decided ->
                        waiting(() -> meeting(meetings, decided).offer(decided, TOGETHER_MS, TimeUnit.MILLISECONDS))),
                new BothAtWork(
                        decided -> waiting(() -> meeting(meetings, decided).poll(TOGETHER_MS, TimeUnit.MILLISECONDS))));
    }

    private static SynchronousQueue<String> meeting(Map<String, SynchronousQueue<String>> all, String decided) {
        return Objects.requireNonNull(all.get(decided), decided);
    }

    private static boolean decides(BsonDocument command) {
        String name = command.getFirstKey();
        return Set.of("insert", "update").contains(name)
                && DECISIONS.contains(command.getString(name).getValue());
    }

    /** A moment that can be interrupted. */
    private interface Moment {
        Object pass() throws InterruptedException;
    }

    private static void waiting(Moment moment) {
        try {
            var unused = moment.pass();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public BsonDocument passedOn(BsonDocument command) {
        if (decides(command)) {
            decision.accept(command.getString(command.getFirstKey()).getValue());
        }
        if (Meddling.is(command, "update", LEASES)) {
            command.getArray("updates").forEach(statement -> Unguarded.byIdAlone(statement.asDocument()));
        }
        return command;
    }

    @Override
    public Optional<BsonDocument> told(BsonDocument command, BsonDocument answer) {
        if (Meddling.is(command, "find", LEASES) && answer.containsKey("cursor")) {
            answer.getDocument("cursor")
                    .getArray("firstBatch")
                    .forEach(lease -> lease.asDocument().put("holder", new BsonString("")));
        }
        return Optional.of(answer);
    }
}
