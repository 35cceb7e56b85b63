package org.careline.inbox;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.careline.journal.Journal;
import org.careline.journal.JournalBroken;
import org.careline.journal.JournalFull;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * The pending journal in a file: each entry is the document that is to be stored. What a closed process had not got rid of
 * is pending again after a restart, and so are entries of the open segment that the store has already; it recognises them.
 */
final class FilePendingJournal implements PendingJournal, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FilePendingJournal.class);
    private static final long SEGMENT = 8L << 20;
    private static final String MESSAGE = "message";
    private static final String FACT = "fact";
    private static final String SOURCE = "source";

    private final Supplier<Path> folder;
    private final MongoConverter mapping;
    private final TreeMap<Long, Pending> pending = new TreeMap<>();
    private final Map<String, StoredInquiry> byReceipt = new LinkedHashMap<>();
    private @Nullable Journal open;

    /** @param folder where it lies, asked for when it is opened */
    FilePendingJournal(Supplier<Path> folder, MongoConverter mapping) {
        this.folder = folder;
        this.mapping = mapping;
    }

    /** Opens it; what the process before left behind is pending again. */
    void open() {
        synchronized (pending) {
            Journal journal = Journal.open(folder.get(), SEGMENT);
            journal.replay(entry -> remember(entry.sequence(), read(entry.payload())));
            open = journal;
        }
    }

    private Journal journal() {
        synchronized (pending) {
            return Objects.requireNonNull(open, "The journal is not open");
        }
    }

    @Override
    public boolean keep(Pending entry, boolean onDisk) {
        try {
            long sequence = appended(entry);
            if (onDisk) {
                journal().sync(sequence);
            }
            return true;
        } catch (JournalFull | JournalBroken noRoom) {
            LOG.error("This node's journal takes no entry: {}", noRoom.getMessage());
            return false;
        }
    }

    /** In one step with the memory of it, so that no drain confirms what is not remembered yet. */
    private long appended(Pending entry) {
        byte[] payload = write(entry);
        synchronized (pending) {
            long sequence = journal().append(payload);
            remember(sequence, entry);
            return sequence;
        }
    }

    private void remember(long sequence, Pending entry) {
        synchronized (pending) {
            pending.put(sequence, entry);
            if (entry instanceof Pending.Message message) {
                byReceipt.put(message.inquiry().receipt(), message.inquiry());
            }
        }
    }

    @Override
    public Map<Long, Pending> oldest(int limit) {
        synchronized (pending) {
            Map<Long, Pending> first = new LinkedHashMap<>();
            pending.entrySet().stream().limit(limit).forEach(entry -> first.put(entry.getKey(), entry.getValue()));
            return first;
        }
    }

    @Override
    public void confirmed(Collection<Long> sequences) {
        synchronized (pending) {
            for (long sequence : sequences) {
                if (pending.remove(sequence) instanceof Pending.Message message) {
                    byReceipt.remove(message.inquiry().receipt());
                }
            }
            journal().dropThrough(pending.isEmpty() ? journal().lastSequence() : pending.firstKey() - 1);
        }
    }

    @Override
    public int size() {
        synchronized (pending) {
            return pending.size();
        }
    }

    @Override
    public Optional<StoredInquiry> withReceipt(Receipt receipt) {
        synchronized (pending) {
            return Optional.ofNullable(byReceipt.get(receipt.value()));
        }
    }

    /** Leaves no confirmed entry behind for the next start. */
    @Override
    public void close() {
        synchronized (pending) {
            Journal journal = journal();
            if (pending.isEmpty() && journal.lastSequence() > 0) {
                journal.rotate();
                journal.dropThrough(journal.lastSequence());
            }
            journal.close();
            open = null;
        }
    }

    private byte[] write(Pending entry) {
        Document document = new Document();
        if (entry instanceof Pending.Message message) {
            document.put(MESSAGE, mapped(message.inquiry()));
        } else if (entry instanceof Pending.Learnt learnt) {
            document.append(SOURCE, learnt.source().value()).append(FACT, mapped(learnt.fact()));
        }
        ByteBuffer bytes = new RawBsonDocument(document, new DocumentCodec())
                .getByteBuffer()
                .asNIO();
        byte[] payload = new byte[bytes.remaining()];
        bytes.get(payload);
        return payload;
    }

    private Document mapped(Object value) {
        Document document = new Document();
        mapping.write(value, document);
        return document;
    }

    private Pending read(byte[] payload) {
        Document document = new DocumentCodec()
                .decode(
                        new RawBsonDocument(payload).asBsonReader(),
                        DecoderContext.builder().build());
        @Nullable Document message = document.get(MESSAGE, Document.class);
        return message != null
                ? new Pending.Message(mapping.read(StoredInquiry.class, message))
                : new Pending.Learnt(
                        new SourceId(document.getString(SOURCE)),
                        mapping.read(Fact.class, document.get(FACT, Document.class)));
    }
}
