package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** {@code insert}, {@code update}, {@code delete}, {@code findAndModify}. */
final class WriteCommands {

    private final Storage storage;

    WriteCommands(Storage storage) {
        this.storage = storage;
    }

    Document insert(Command command) {
        Writes writes = writes(command);
        List<Document> documents = command.documents("documents");
        Tally tally = new Tally();
        tally.each(command, documents.size(), index -> {
            writes.insert(documents.get(index));
            tally.n++;
        });
        return tally.answer();
    }

    Document update(Command command) {
        Writes writes = writes(command);
        List<Document> updates = command.documents("updates");
        Tally tally = new Tally();
        List<Document> upserted = new ArrayList<>();
        tally.each(command, updates.size(), index -> {
            Document statement = updates.get(index);
            UpdateOutcome outcome = writes.update(
                    Fields.required(statement, "q", Document.class),
                    Fields.required(statement, "u", Document.class),
                    Command.flag(statement.get("upsert"), false));
            tally.n += outcome.count();
            tally.modified += outcome.modified() ? 1 : 0;
            outcome.upserted().ifPresent(id -> upserted.add(new Document("index", index).append("_id", id)));
        });
        Document answer = tally.answer().append("nModified", tally.modified);
        return upserted.isEmpty() ? answer : answer.append("upserted", upserted);
    }

    Document delete(Command command) {
        Optional<StoredCollection> collection = storage.catalogue().collection(command.namespace());
        List<Document> deletes = command.documents("deletes");
        Effort effort = new Effort(storage.examined(), storage.clock(), 0);
        Tally tally = new Tally();
        tally.each(command, deletes.size(), index -> {
            Document statement = deletes.get(index);
            boolean onlyOne = Fields.required(statement, "limit", Number.class).intValue() == 1;
            collection.ifPresent(there -> tally.n +=
                    new Writes(there).delete(Fields.required(statement, "q", Document.class), onlyOne, effort));
        });
        return tally.answer();
    }

    Document findAndModify(Command command) {
        Writes writes = writes(command);
        Projection fields = Projection.of(command.document("fields"));
        if (command.flag("remove", false)) {
            Optional<Document> removed = writes.remove(command.document("query"));
            return modified(new Document("n", removed.isPresent() ? 1 : 0), removed.map(fields::from));
        }
        UpdateOutcome outcome =
                writes.update(command.document("query"), command.document("update"), command.flag("upsert", false));
        Document last = new Document("n", outcome.count())
                .append("updatedExisting", outcome.before().isPresent());
        outcome.upserted().ifPresent(id -> last.append("upserted", id));
        Optional<Document> shown = command.flag("new", false) ? outcome.after() : outcome.before();
        return modified(last, shown.map(fields::from));
    }

    private static Document modified(Document last, Optional<Document> shown) {
        return new Document("lastErrorObject", last)
                .append("value", shown.orElse(null))
                .append("ok", 1.0);
    }

    private Writes writes(Command command) {
        return new Writes(storage.catalogue().collectionOrNew(command.namespace()));
    }

    /** Sums up the statements of a command and gathers what went wrong. */
    private static final class Tally {

        private final List<Document> errors = new ArrayList<>();
        private int n;
        private int modified;

        void each(Command command, int statements, IntConsumer statement) {
            boolean ordered = command.flag("ordered", true);
            for (int index = 0; index < statements && (errors.isEmpty() || !ordered); index++) {
                try {
                    statement.accept(index);
                } catch (MongoServerError error) {
                    errors.add(Answers.writeError(index, error));
                }
            }
        }

        Document answer() {
            Document answer = new Document("n", n).append("ok", 1.0);
            return errors.isEmpty() ? answer : answer.append("writeErrors", errors);
        }
    }
}
