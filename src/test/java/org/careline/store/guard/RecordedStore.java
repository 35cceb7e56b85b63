package org.careline.store.guard;

import org.careline.store.DeclaredIndex;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Puts the recorder into every application context of the tests. */
@AutoConfiguration
public class RecordedStore {

    @Bean
    MongoClientSettingsBuilderCustomizer recordedCommands(ObjectProvider<DeclaredIndex> declared) {
        CommandRecorder recorder = CommandRecorder.ofThisRun();
        recorder.declare(declared.orderedStream().toList());
        return settings -> settings.addCommandListener(recorder);
    }
}
