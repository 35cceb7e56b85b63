package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.careline.journal.JournalBroken;
import org.careline.journal.JournalFull;
import org.h2.mvstore.MVStoreException;

/**
 * The commands there are. A write is answered when the journal is on the disk, whatever came of it: also "there is such
 * an _id already" is something that the caller may rely on.
 */
final class Commands {

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findAndModify",
            "create",
            "createIndexes",
            "dropIndexes",
            "drop",
            "dropDatabase");

    private final Storage storage;
    private final Map<String, Function<Command, Document>> handlers = new HashMap<>();

    Commands(Storage storage) {
        this.storage = storage;
        WriteCommands writes = new WriteCommands(storage);
        handlers.put("insert", writes::insert);
        handlers.put("update", writes::update);
        handlers.put("delete", writes::delete);
        handlers.put("findAndModify", writes::findAndModify);
        ReadCommands reads = new ReadCommands(storage);
        handlers.put("find", reads::find);
        handlers.put("getMore", reads::getMore);
        handlers.put("killCursors", reads::killCursors);
        handlers.put("count", reads::count);
        handlers.put("aggregate", reads::aggregate);
        addAdmin(new AdminCommands(storage));
    }

    private void addAdmin(AdminCommands admin) {
        handlers.put("hello", admin::hello);
        handlers.put("isMaster", admin::hello);
        handlers.put("ismaster", admin::hello);
        handlers.put("ping", admin::ok);
        handlers.put("endSessions", admin::ok);
        handlers.put("buildInfo", admin::buildInfo);
        handlers.put("listDatabases", admin::listDatabases);
        handlers.put("listCollections", admin::listCollections);
        handlers.put("listIndexes", admin::listIndexes);
        handlers.put("create", admin::create);
        handlers.put("createIndexes", admin::createIndexes);
        handlers.put("dropIndexes", admin::dropIndexes);
        handlers.put("drop", admin::drop);
        handlers.put("dropDatabase", admin::dropDatabase);
    }

    /** Never throws what belongs to the caller: it becomes an answer with a code. */
    Document answer(Document body) {
        try {
            if (body.isEmpty()) {
                throw Refusal.failedToParse("A command has a name");
            }
            return done(new Command(body));
        } catch (MongoServerError error) {
            return Answers.error(error);
        } catch (MongoServerException | ClassCastException | IllegalArgumentException malformed) {
            return Answers.error(Refusal.badValue("The command is malformed: "
                    + malformed.getClass().getSimpleName().toLowerCase(Locale.ROOT)));
        } catch (JournalFull full) {
            return Answers.error(new MongoServerError(14031, "OutOfDiskSpace", "The journal takes nothing more", full));
        } catch (JournalBroken | MVStoreException broken) {
            return Answers.error(Refusal.broken());
        } catch (OutOfMemoryError half) {
            storage.suspect();
            return Answers.error(Refusal.broken());
        }
    }

    private Document done(Command command) {
        Gate.check(command);
        Function<Command, Document> handler = Optional.ofNullable(handlers.get(command.name()))
                .orElseThrow(() -> Refusal.commandNotFound(command.name()));
        if (Gate.isGreeting(command.name())) {
            return handler.apply(command);
        }
        boolean durable = WRITES.contains(command.name()) || command.readsMajority();
        try {
            return storage.running(() -> handler.apply(command));
        } finally {
            if (durable) {
                storage.durable();
            }
        }
    }
}
