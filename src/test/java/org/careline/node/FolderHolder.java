package org.careline.node;

import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that holds a data folder until its input ends. */
final class FolderHolder {

    private FolderHolder() {}

    public static void main(String[] args) throws IOException {
        DataFolder.at(Path.of(args[0])).path();
        System.out.write('!');
        System.out.flush();
        while (System.in.read() >= 0) {
            // until the other side lets go
        }
    }
}
