package org.careline.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** First contacts of one person that all come at the same instant (design §6), calls, forms and the API mixed. */
enum Race {
    ONE_PHONE {
        @Override
        Stream<Contact> contacts(Supplier<String> tokens) {
            String phone = Contact.freshPhone();
            return numbers(50).mapToObj(number -> switch (number % 3) {
                case 0 -> Contact.call(phone);
                default -> written(number, tokens, phone, null);
            });
        }
    },
    ONE_EMAIL_WITH_50_PHONES {
        @Override
        Stream<Contact> contacts(Supplier<String> tokens) {
            String email = Contact.freshEmail();
            List<String> phones =
                    numbers(50).mapToObj(number -> Contact.freshPhone()).toList();
            return Stream.concat(
                    numbers(50).mapToObj(number -> written(number, tokens, phones.get(number), email)),
                    phones.stream().limit(10).map(Contact::call));
        }
    },
    ONE_PHONE_WITH_50_EMAILS {
        @Override
        Stream<Contact> contacts(Supplier<String> tokens) {
            String phone = Contact.freshPhone();
            return Stream.concat(
                    numbers(50).mapToObj(number -> written(number, tokens, phone, Contact.freshEmail())),
                    numbers(10).mapToObj(number -> Contact.call(phone)));
        }
    },
    /** Only all of them together show that it is one person. */
    CHAIN {
        @Override
        Stream<Contact> contacts(Supplier<String> tokens) {
            List<String> phones = List.of(Contact.freshPhone(), Contact.freshPhone());
            List<String> emails = List.of(Contact.freshEmail(), Contact.freshEmail());
            Stream<Contact> links = numbers(48)
                    .mapToObj(number ->
                            written(number, tokens, phones.get((number % 3 + 1) / 2), emails.get((number % 3) / 2)));
            return Stream.concat(links, phones.stream().map(Contact::call));
        }
    };

    private static final String NAME = "Maya Ortiz";

    abstract Stream<Contact> contacts(Supplier<String> tokens);

    /**
     * Everybody who comes, and for every call its end, which races too.
     *
     * @param tokens fetches a form's token
     */
    List<Contact> everybody(Supplier<String> tokens) {
        List<Contact> contacts = new ArrayList<>(contacts(tokens).toList());
        contacts.addAll(contacts.stream()
                .filter(contact -> contact.way() == Contact.Way.CALL)
                .map(Contact::hungUp)
                .toList());
        return contacts;
    }

    private static Contact written(int number, Supplier<String> tokens, String phone, @Nullable String email) {
        @Nullable String name = number % 4 < 2 ? NAME : null;
        return number % 2 == 0 ? Contact.form(tokens.get(), phone, email, name) : Contact.api(phone, email, name);
    }

    private static IntStream numbers(int count) {
        return IntStream.range(0, count);
    }
}
