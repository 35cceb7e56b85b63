package org.careline.recording;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.careline.node.Seal;

/**
 * Sounds as sealed pieces. A document of MongoDB has 16 MB at most and an hour's talk comes near to it, so a sound is cut; each
 * try to fetch one has places of its own, so that two nodes never mix theirs.
 */
final class Sounds {

    /** Bytes of sound in a piece. */
    static final int PIECE = 256 * 1024;

    /** Pieces that are read at a time. */
    private static final int AT_ONCE = 8;

    private final Pieces pieces;
    private final Seal seal;

    Sounds(Pieces pieces, Seal seal) {
        this.pieces = pieces;
        this.seal = seal;
    }

    /** The place of a piece; all of it is sealed with the piece, so none can be left out, doubled or put elsewhere. */
    private static String place(StoredRecording of, int number, int count) {
        return beginning(of) + number + "-of-" + count;
    }

    private static String beginning(StoredRecording of) {
        return of.id() + "/" + of.sound().tries() + "/";
    }

    /**
     * Stores a sound as this try's pieces.
     *
     * @return how many
     */
    int put(StoredRecording of, byte[] sound) {
        int count = Math.max(1, (sound.length + PIECE - 1) / PIECE);
        for (int number = 0; number < count; number++) {
            String place = place(of, number, count);
            byte[] piece = Arrays.copyOfRange(sound, number * PIECE, Math.min(sound.length, (number + 1) * PIECE));
            pieces.put(of.id(), place, seal.seal(place, piece));
        }
        return count;
    }

    /** The sound, if all its pieces are there and open. */
    Optional<byte[]> read(StoredRecording of, int count) {
        ByteArrayOutputStream sound = new ByteArrayOutputStream();
        for (int from = 0; from < count; from += AT_ONCE) {
            List<String> places = IntStream.range(from, Math.min(count, from + AT_ONCE))
                    .mapToObj(number -> place(of, number, count))
                    .toList();
            if (!append(places, pieces.find(places), sound)) {
                return Optional.empty();
            }
        }
        return Optional.of(sound.toByteArray());
    }

    private boolean append(List<String> places, Map<String, byte[]> sealed, ByteArrayOutputStream sound) {
        for (String place : places) {
            Optional<byte[]> piece = Optional.ofNullable(sealed.get(place)).flatMap(bytes -> seal.open(place, bytes));
            if (piece.isEmpty()) {
                return false;
            }
            sound.writeBytes(piece.get());
        }
        return true;
    }

    /** Deletes what other tries have left. */
    void tidy(StoredRecording of) {
        pieces.deleteBut(of.id(), beginning(of));
    }

    void erase(StoredRecording of) {
        pieces.deleteAll(of.id());
    }

    String keyName() {
        return seal.keyName();
    }
}
