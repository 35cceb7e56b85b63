package org.careline.processes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** People who have nothing in common, a third each by telephone, form and API. */
final class Strangers {

    private static final Duration STUBBORN = Duration.ofSeconds(60);

    private static final int READERS = 8;

    private Strangers() {}

    /** So many of them; each with a number and, unless they call, an address of their own. */
    static List<Contact> of(int count, Premises premises) {
        Queue<String> tokens = new ConcurrentLinkedQueue<>(tokens(count / 3 + 1, premises));
        return IntStream.range(0, count)
                .mapToObj(number -> stranger(number, tokens::remove))
                .toList();
    }

    /** @param tokens fetches a form's token */
    static Contact stranger(int number, Supplier<String> tokens) {
        String phone = Contact.freshPhone();
        return switch (number % 3) {
            case 0 -> Contact.call(phone);
            case 1 -> Contact.form(tokens.get(), phone, Contact.freshEmail(), "Maya Ortiz");
            default -> Contact.api(phone, Contact.freshEmail(), "Maya Ortiz");
        };
    }

    /** At least so many tokens of forms, fetched by several at once from both nodes. */
    static List<String> tokens(int count, Premises premises) {
        try (Crowd crowd = new Crowd(READERS)) {
            return crowd
                    .together(reader -> IntStream.rangeClosed(0, count / READERS)
                            .mapToObj(number -> token(premises.node(reader)))
                            .toList())
                    .stream()
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /** Opens the form again while the clinic is too busy to show it. */
    static String token(RunningNode node) {
        return Await.value(STUBBORN, () -> Visitors.formToken(node))
                .orElseThrow(() -> new AssertionError("No form was shown by " + node.process()));
    }

    /** Sends it again, to one node and the other in turn, until it is acknowledged. */
    static Answer insist(IntFunction<RunningNode> nodes, int number, Contact contact) {
        int[] turn = {number};
        Optional<Answer> taken = Await.value(
                STUBBORN,
                () -> Optional.of(Visitors.send(nodes.apply(turn[0]++), contact))
                        .filter(Answer::acknowledged));
        return taken.orElseThrow(() -> new AssertionError("Nobody took " + contact.way() + " in " + STUBBORN));
    }
}
