package org.careline.processes;

/** How a store goes away and comes back. */
enum Absence {
    /** It takes connections and says nothing. */
    FROZEN("frozen (SIGSTOP)") {
        @Override
        void begin(RunningStore store) {
            store.process().freeze();
        }

        @Override
        void end(RunningStore store) {
            store.process().thaw();
        }
    },
    /** It refuses connections. */
    STOPPED("stopped (SIGTERM)") {
        @Override
        void begin(RunningStore store) {
            store.process().end();
        }

        @Override
        void end(RunningStore store) {
            store.starting().ready();
        }
    };

    final String words;

    Absence(String words) {
        this.words = words;
    }

    abstract void begin(RunningStore store);

    abstract void end(RunningStore store);
}
