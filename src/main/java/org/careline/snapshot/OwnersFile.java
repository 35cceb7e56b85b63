package org.careline.snapshot;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.careline.node.DataFolder;
import org.careline.snapshot.OwnersByPhone.Copy;
import org.careline.staff.CoordinatorId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last good copy of the memory of owners, in the data folder; it bears its checksum at the end. */
final class OwnersFile {

    static final String NAME = "owners";

    private static final Logger LOG = LoggerFactory.getLogger(OwnersFile.class);
    private static final int FORMAT = 0x0C0A_0001;
    private static final int BYTES_AN_ENTRY = Long.BYTES + Integer.BYTES;

    private final DataFolder data;

    OwnersFile(DataFolder data) {
        this.data = data;
    }

    /** Writes a whole new copy or none. */
    synchronized void write(OwnersByPhone owners) {
        Copy copy = owners.copy();
        try {
            data.replace(NAME, out -> write(copy, out));
        } catch (IOException failure) {
            LOG.warn("The memory of owners is not kept, the last copy stays: {}", failure.toString());
        }
    }

    private static void write(Copy copy, OutputStream file) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(new BufferedOutputStream(file), new CRC32C());
        DataOutputStream out = new DataOutputStream(checked);
        out.writeInt(FORMAT);
        out.writeLong(copy.seen().toEpochMilli());
        out.writeInt(copy.owners().size());
        for (CoordinatorId owner : copy.owners()) {
            out.writeUTF(owner.value());
        }
        out.writeInt(copy.phones().size());
        copy.phones().<IOException>forEach((phone, value) -> {
            out.writeLong(phone);
            out.writeInt(value);
        });
        out.writeLong(checked.getChecksum().getValue());
        out.flush();
    }

    /** Reads the copy, if there is a whole one. */
    void read(OwnersByPhone owners) {
        Path file = data.resolve(NAME);
        if (!Files.exists(file)) {
            return;
        }
        try {
            owners.restore(read(file));
            LOG.info("The memory of owners begins with {} phones of {}", owners.size(), owners.seen());
        } catch (IOException | RuntimeException broken) {
            LOG.warn("The copy of the memory of owners is broken and not used: {}", broken.toString());
        }
    }

    private static Copy read(Path file) throws IOException {
        CheckedInputStream checked =
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), new CRC32C());
        try (DataInputStream in = new DataInputStream(checked)) {
            require(in.readInt() == FORMAT);
            Instant seen = Instant.ofEpochMilli(in.readLong());
            List<CoordinatorId> owners = owners(in);
            int size = in.readInt();
            require(size >= 0 && (long) size * BYTES_AN_ENTRY < Files.size(file));
            PhoneTable phones = PhoneTable.withRoomFor(size);
            for (int entry = 0; entry < size; entry++) {
                phones.put(in.readLong(), in.readInt());
            }
            long sum = checked.getChecksum().getValue();
            require(in.readLong() == sum && in.read() < 0);
            return new Copy(seen, owners, phones);
        }
    }

    private static List<CoordinatorId> owners(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<CoordinatorId> owners = new ArrayList<>();
        for (int owner = 0; owner < size; owner++) {
            owners.add(new CoordinatorId(in.readUTF()));
        }
        return owners;
    }

    private static void require(boolean sound) throws IOException {
        if (!sound) {
            throw new IOException("no whole copy of this format");
        }
    }
}
