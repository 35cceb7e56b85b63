package org.careline.recording;

import java.time.Clock;
import org.careline.node.Seal;
import org.careline.node.Secrets;
import org.careline.staff.Alarms;
import org.careline.store.GuardedStore;
import org.careline.store.MongoGuardedStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Puts the keeping of recordings together. */
@Configuration(proxyBeanMethods = false)
class RecordingConfiguration {

    @Bean
    GuardedStore<RecordingId, StoredRecording> recordingStore(MongoTemplate store, Clock clock) {
        return new MongoGuardedStore<>(store, StoredRecordings.RECORDINGS, StoredRecording.class, clock);
    }

    @Bean
    Sounds sounds(MongoTemplate store, Secrets secrets) {
        return new Sounds(new MongoPieces(store), new Seal(secrets::encryptionKey));
    }

    @Bean
    RecordingBook recordingBook(
            GuardedStore<RecordingId, StoredRecording> recordings, Sounds sounds, RecordingSettings settings) {
        return new StoredRecordingBook(recordings, sounds, settings.keep());
    }

    @Bean
    RecordingRounds recordingRounds(
            GuardedStore<RecordingId, StoredRecording> recordings,
            MongoTemplate store,
            Sounds sounds,
            SoundSource source,
            Alarms alarms,
            RecordingSettings settings,
            Clock clock) {
        Keeping keeping = new Keeping(recordings, sounds, source, alarms, clock);
        return new RecordingRounds(recordings, new StoredRecordings.Rows(store), keeping, settings.keep(), clock);
    }
}
