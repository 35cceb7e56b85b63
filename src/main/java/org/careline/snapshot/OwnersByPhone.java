package org.careline.snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careline.contact.Language;
import org.careline.contact.PhoneNumber;
import org.careline.lead.WrittenLead;
import org.careline.routing.KnownCaller;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;

/**
 * Whose open lead a phone belongs to, and what its person speaks. Each value is one number: from the left 10 bits of the lead's
 * id, so that a lead that is closed takes out nobody else's phone; 12 for the owner, 0 for none; 10 for the language in two
 * letters, 0 if it is not known. Of several open leads of one phone, the one written last counts.
 */
final class OwnersByPhone {

    private static final int OWNER_BITS = 12;
    private static final int LETTER_BITS = 5;
    private static final int LANGUAGE_BITS = 2 * LETTER_BITS;
    private static final int LEAD_SHIFT = OWNER_BITS + LANGUAGE_BITS;
    private static final int MOST_OWNERS = (1 << OWNER_BITS) - 1;

    private PhoneTable phones = new PhoneTable();
    private List<CoordinatorId> owners = new ArrayList<>();
    private Instant seen = Instant.EPOCH;

    /**
     * All of it at one time.
     *
     * @param seen until when the store's changes are in it
     * @param owners by their number, from 1
     */
    record Copy(Instant seen, List<CoordinatorId> owners, PhoneTable phones) {}

    synchronized KnownCaller find(PhoneNumber phone) {
        int value = phones.get(key(phone));
        if (value == 0) {
            return KnownCaller.UNKNOWN;
        }
        int owner = value >>> LANGUAGE_BITS & MOST_OWNERS;
        return new KnownCaller(owner == 0 ? null : owners.get(owner - 1), language(value & (1 << LANGUAGE_BITS) - 1));
    }

    /** Takes in a lead as it is now. */
    synchronized void take(WrittenLead lead) {
        int value = lead.open() ? value(lead) : 0;
        lead.points().stream()
                .filter(PhoneNumber.class::isInstance)
                .map(PhoneNumber.class::cast)
                .forEach(phone -> set(key(phone), value, mark(lead)));
    }

    private void set(long phone, int value, int mark) {
        if (value != 0) {
            phones.put(phone, value);
        } else if (phones.get(phone) >>> LEAD_SHIFT == mark) {
            phones.remove(phone);
        }
    }

    /** 0 if there is nothing to be known of its person. */
    private int value(WrittenLead lead) {
        int known = number(lead.owner()) << LANGUAGE_BITS | code(lead.language());
        return known == 0 ? 0 : mark(lead) << LEAD_SHIFT | known;
    }

    private static int mark(WrittenLead lead) {
        return Integer.parseInt(lead.id().value().substring(0, 3), 16) >>> 2;
    }

    private int number(@Nullable CoordinatorId owner) {
        if (owner == null) {
            return 0;
        }
        int known = owners.indexOf(owner);
        if (known < 0 && owners.size() < MOST_OWNERS) {
            owners.add(owner);
            return owners.size();
        }
        return known + 1;
    }

    private static int code(@Nullable Language language) {
        return Optional.ofNullable(language)
                .map(Language::primary)
                .filter(code -> code.length() == 2)
                .map(two -> letter(two.charAt(0)) << LETTER_BITS | letter(two.charAt(1)))
                .orElse(0);
    }

    private static int letter(char letter) {
        return letter - 'a' + 1;
    }

    private static @Nullable Language language(int code) {
        char[] letters = {letter(code >>> LETTER_BITS), letter(code & (1 << LETTER_BITS) - 1)};
        return code == 0 ? null : new Language(String.valueOf(letters));
    }

    private static char letter(int number) {
        return (char) ('a' + number - 1);
    }

    /** The digits, of which there are at most 15. */
    private static long key(PhoneNumber phone) {
        return Long.parseLong(phone.e164().substring(1));
    }

    /** Until when the store's changes are in it. */
    synchronized Instant seen() {
        return seen;
    }

    synchronized void seen(Instant until) {
        seen = until;
    }

    synchronized int size() {
        return phones.size();
    }

    synchronized Copy copy() {
        return new Copy(seen, List.copyOf(owners), phones.copy());
    }

    synchronized void restore(Copy copy) {
        seen = copy.seen();
        owners = new ArrayList<>(copy.owners());
        phones = copy.phones();
    }
}
