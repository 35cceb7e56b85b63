package org.careline.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadConcernLevel;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.node.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.core.Ordered;

/**
 * How sure every answer of the store is. It is the same for all commands and no address changes it: an address that says
 * otherwise stops the start, for whoever wrote it expects something that would not be so.
 *
 * <p>Writes wait for a majority ({@code w: majority}), and every read is one of the primary with read concern {@code
 * majority}. What is read decides (a touch that exists is the decision, a revision is the guard of the next write) or is
 * told to a person, who decides. On one replica set a decision made from a write that is rolled back would be rolled back with
 * it; on a sharded cluster it lies on another shard and stays, so that an inquiry could be done whose touch is gone. Reads
 * that decide nothing are too few to be worth a second rule. What it costs: a reader sees a write when a majority has it, not
 * before. Nobody misses their own, for theirs was acknowledged by a majority; and whoever loses a guard has waited for the
 * write that won it, since a write that changes nothing waits for a majority of all that was before it.
 */
final class StoreConcerns implements MongoClientSettingsBuilderCustomizer, Ordered {

    private static final String SETTING = "spring.mongodb.uri";
    private static final String MAJORITY = "majority";

    /** @param address what {@code spring.mongodb.uri} says; null or blank for the embedded store */
    StoreConcerns(@Nullable String address) {
        if (address != null && !address.isBlank()) {
            refuseOthers(new ConnectionString(address));
        }
    }

    private static void refuseOthers(ConnectionString address) {
        List<String> wrong = Stream.of(
                        other("readPreference", "primary", readPreference(address)),
                        other("readConcernLevel", MAJORITY, readConcern(address)),
                        other("w", MAJORITY, acknowledgement(address)),
                        other("journal", "true", journal(address)))
                .flatMap(Optional::stream)
                .toList();
        if (!wrong.isEmpty()) {
            throw new StartRefused(
                    "The address of the store (" + SETTING + ") says " + String.join(" and ", wrong) + ".",
                    "Leave that out: Careline reads from the primary what a majority has (readPreference=primary,"
                            + " readConcernLevel=majority), and a write counts when a majority has it on disk"
                            + " (w=majority). Anything else could lose what somebody was promised.");
        }
    }

    /** How a parameter is said to be, if it is said to be something else. */
    private static Optional<String> other(String parameter, String expected, Optional<String> said) {
        return said.filter(value -> !value.equals(expected))
                .map(value -> parameter + "=" + value + ", expected " + expected);
    }

    private static Optional<String> readPreference(ConnectionString address) {
        return Optional.ofNullable(address.getReadPreference()).map(ReadPreference::getName);
    }

    private static Optional<String> readConcern(ConnectionString address) {
        return Optional.ofNullable(address.getReadConcern())
                .map(ReadConcern::getLevel)
                .map(ReadConcernLevel::getValue);
    }

    private static Optional<String> acknowledgement(ConnectionString address) {
        return Optional.ofNullable(address.getWriteConcern())
                .map(WriteConcern::getWObject)
                .map(Objects::toString);
    }

    private static Optional<String> journal(ConnectionString address) {
        return Optional.ofNullable(address.getWriteConcern())
                .map(WriteConcern::getJournal)
                .map(Objects::toString);
    }

    @Override
    public void customize(MongoClientSettings.Builder settings) {
        settings.readPreference(ReadPreference.primary())
                .readConcern(ReadConcern.MAJORITY)
                .writeConcern(WriteConcern.MAJORITY);
    }

    /** After Boot has applied the address. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
