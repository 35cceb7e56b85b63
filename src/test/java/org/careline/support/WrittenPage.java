package org.careline.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed page that is written from the code, and must say what the code says now. */
public final class WrittenPage {

    private static final String WRITE = "careline.docs.write";
    private static final String COMMAND =
            "mvn -q test -Dtest='PromisesPageTests,ModulePictureTests' -D" + WRITE + "=true -Djacoco.skip=true";

    private WrittenPage() {}

    /** Whether pages are to be written instead of looked at. */
    public static boolean wanted() {
        return Boolean.getBoolean(WRITE);
    }

    /** Fails, saying what to run, if the page is another; writes it if that is wanted. */
    public static void mustBe(Path page, String text) throws IOException {
        if (wanted()) {
            Files.writeString(page, text);
        }
        assertThat(Files.exists(page) ? Files.readString(page) : "")
                .as("%s is not current; to write it: %s", page, COMMAND)
                .isEqualTo(text);
    }

    /** The same for the part of a page from one mark to another, which stay. */
    public static void partMustBe(Path page, String begin, String end, String text) throws IOException {
        String old = Files.readString(page);
        int from = old.indexOf(begin) + begin.length();
        int to = old.indexOf(end, from);
        assertThat(to).as("%s has the marks %s and %s", page, begin, end).isPositive();
        mustBe(page, old.substring(0, from) + text + old.substring(to));
    }
}
