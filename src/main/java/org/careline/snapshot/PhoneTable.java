package org.careline.snapshot;

/**
 * A map from phone numbers to values in two arrays of primitives: open addressing with linear probing. A clinic's memory has
 * no room for a million boxed entries; here each takes at most {@value #MOST_BYTES_AN_ENTRY} bytes once there are many. Not safe for
 * threads.
 */
final class PhoneTable {

    /** 12 bytes a slot, and at least three eighths of the slots are used after doubling at three quarters. */
    static final int MOST_BYTES_AN_ENTRY = 32;

    private static final int FEWEST_SLOTS = 1 << 10;
    private static final long NOBODY = 0;

    private long[] phones;
    private int[] values;
    private int size;

    PhoneTable() {
        this(FEWEST_SLOTS);
    }

    private PhoneTable(int slots) {
        this.phones = new long[slots];
        this.values = new int[slots];
    }

    /** A table with room for so many. */
    static PhoneTable withRoomFor(int entries) {
        int slots = FEWEST_SLOTS;
        while (fullAt(slots) <= entries) {
            slots *= 2;
        }
        return new PhoneTable(slots);
    }

    /** What a table does with each entry. */
    interface Visitor<E extends Exception> {

        void entry(long phone, int value) throws E;
    }

    /** The value of a number; 0 if it has none. */
    int get(long phone) {
        return values[slot(phone)];
    }

    /** @param value not 0 */
    void put(long phone, int value) {
        int slot = slot(phone);
        if (phones[slot] == NOBODY) {
            phones[slot] = phone;
            size++;
        }
        values[slot] = value;
        if (size >= fullAt(phones.length)) {
            grow();
        }
    }

    /** Takes a number out and moves those up that were put behind it. */
    void remove(long phone) {
        int gap = slot(phone);
        if (phones[gap] == NOBODY) {
            return;
        }
        size--;
        int next = after(gap);
        while (phones[next] != NOBODY) {
            if (mayMove(home(phones[next]), gap, next)) {
                phones[gap] = phones[next];
                values[gap] = values[next];
                gap = next;
            }
            next = after(next);
        }
        phones[gap] = NOBODY;
        values[gap] = 0;
    }

    int size() {
        return size;
    }

    /** How many bytes the arrays take. */
    long bytes() {
        return (long) phones.length * Long.BYTES + (long) values.length * Integer.BYTES;
    }

    PhoneTable copy() {
        PhoneTable copy = new PhoneTable(0);
        copy.phones = phones.clone();
        copy.values = values.clone();
        copy.size = size;
        return copy;
    }

    <E extends Exception> void forEach(Visitor<E> visitor) throws E {
        for (int slot = 0; slot < phones.length; slot++) {
            if (phones[slot] != NOBODY) {
                visitor.entry(phones[slot], values[slot]);
            }
        }
    }

    private void grow() {
        PhoneTable larger = new PhoneTable(phones.length * 2);
        forEach(larger::put);
        phones = larger.phones;
        values = larger.values;
    }

    /** Where the number is, or else where it would be put. */
    private int slot(long phone) {
        int slot = home(phone);
        while (phones[slot] != NOBODY && phones[slot] != phone) {
            slot = after(slot);
        }
        return slot;
    }

    /** Multiplied by the golden ratio, because neighbouring numbers differ in their last digits only (Knuth, vol. 3, 6.4). */
    private int home(long phone) {
        return (int) ((phone * 0x9E3779B97F4A7C15L) >>> 32) & (phones.length - 1);
    }

    private int after(int slot) {
        return (slot + 1) & (phones.length - 1);
    }

    /** Whether an entry at {@code from} would still be found at {@code gap}: its home is not between the two. */
    private static boolean mayMove(int home, int gap, int from) {
        return gap <= from ? home <= gap || home > from : home <= gap && home > from;
    }

    private static int fullAt(int slots) {
        return slots / 4 * 3;
    }
}
