package org.careline.recording;

import java.util.Collection;
import java.util.Map;

/** Where pieces of sound lie, sealed. Each method throws if the store does not answer in time. */
interface Pieces {

    /** Inserts one; a piece that is there stays as it is. */
    void put(RecordingId of, String place, byte[] sealed);

    /** The pieces in these places; a missing one is left out. */
    Map<String, byte[]> find(Collection<String> places);

    /** Deletes every piece of this recording but those whose place begins so. */
    void deleteBut(RecordingId of, String beginning);

    /** Deletes every piece of this recording. */
    void deleteAll(RecordingId of);
}
