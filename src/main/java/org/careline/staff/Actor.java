package org.careline.staff;

/**
 * Who does or reads something, as the door knows them that let them in. Its text has ids and names of programs only.
 */
public sealed interface Actor {

    /** One in whose name a coordinator's act is written. */
    sealed interface Worker extends Actor {

        CoordinatorId coordinator();
    }

    /** A coordinator whom we know by their sign-in or by the phone that we rang. */
    record Person(CoordinatorId coordinator) implements Worker {

        @Override
        public String toString() {
            return coordinator.value();
        }
    }

    /**
     * A program that showed a token of its own.
     *
     * @param name as the clinic's file of clients has it
     */
    record Client(String name) implements Actor {

        /** The same program, doing something for a coordinator whom it names; nobody has proved that it may. */
        public Delegate actingFor(CoordinatorId coordinator) {
            return new Delegate(this, coordinator);
        }

        @Override
        public String toString() {
            return "client " + name;
        }
    }

    /** A program that does something for a coordinator. */
    record Delegate(Client client, CoordinatorId coordinator) implements Worker {

        @Override
        public String toString() {
            return client + " for " + coordinator.value();
        }
    }

    /**
     * Something that we do by ourselves.
     *
     * @param name what is done
     */
    record Rule(String name) implements Actor {

        @Override
        public String toString() {
            return "rule " + name;
        }
    }
}
