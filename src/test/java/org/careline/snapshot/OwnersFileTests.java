package org.careline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.snapshot.Owned.ANA;
import static org.careline.snapshot.Owned.BEN;
import static org.careline.snapshot.Owned.MAYA;
import static org.careline.snapshot.Owned.NINE;
import static org.careline.snapshot.Owned.by;
import static org.careline.snapshot.Owned.lead;
import static org.careline.snapshot.Owned.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import org.careline.contact.Language;
import org.careline.node.DataFolder;
import org.careline.routing.KnownCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersFileTests {

    @TempDir
    private Path home;

    private final OwnersByPhone owners = new OwnersByPhone();
    private DataFolder data = DataFolder.at(Path.of("unused"));
    private OwnersFile file = new OwnersFile(data);

    @BeforeEach
    void opens() {
        data = DataFolder.at(home);
        file = new OwnersFile(data);
        owners.take(Owned.written(by(ANA, lead("form:a", "es", MAYA))));
        owners.take(Owned.written(by(BEN, lead("form:b", null, phone(2)))));
        owners.seen(NINE);
    }

    @AfterEach
    void closes() {
        data.close();
    }

    @Test
    void everythingIsReadBack() {
        file.write(owners);

        OwnersByPhone read = read();

        assertThat(read.find(MAYA)).isEqualTo(new KnownCaller(ANA, new Language("es")));
        assertThat(read.find(phone(2))).isEqualTo(new KnownCaller(BEN, null));
        assertThat(read.seen()).isEqualTo(NINE);
        assertThat(read.size()).isEqualTo(2);
    }

    @Test
    void theCopyIsForItsOwnerOnlyAndReplacesTheLastOne() throws IOException {
        file.write(new OwnersByPhone());
        file.write(owners);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("owners"))))
                .isEqualTo("rw-------");
        assertThat(home.resolve("owners.new")).doesNotExist();
        assertThat(read().size()).isEqualTo(2);
    }

    @Test
    void withoutACopyNobodyIsKnown() {
        assertThat(read().size()).isZero();
        assertThat(read().seen()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void aBrokenCopyIsNotUsedWhereverItBroke() throws IOException {
        file.write(owners);
        byte[] whole = Files.readAllBytes(home.resolve("owners"));

        for (int place = 0; place < whole.length; place++) {
            byte[] flipped = whole.clone();
            flipped[place] ^= 0x10;
            assertNotUsed(flipped);
            assertNotUsed(Arrays.copyOf(whole, place));
        }
        assertNotUsed(Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void aFolderThatTakesNothingKeepsTheLastCopy() throws IOException {
        file.write(new OwnersByPhone());
        Files.createDirectories(home.resolve("owners.new/in the way"));

        file.write(owners);

        assertThat(read().size()).isZero();
    }

    private void assertNotUsed(byte[] copy) throws IOException {
        Files.write(home.resolve("owners"), copy);
        OwnersByPhone read = read();
        assertThat(read.size()).isZero();
        assertThat(read.seen()).isEqualTo(Instant.EPOCH);
        assertThat(read.find(MAYA)).isEqualTo(KnownCaller.UNKNOWN);
    }

    private OwnersByPhone read() {
        OwnersByPhone read = new OwnersByPhone();
        file.read(read);
        return read;
    }
}
