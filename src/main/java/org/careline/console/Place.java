package org.careline.console;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * From where somebody signs in.
 *
 * @param network the part of the address that one party has to itself, as a rule: 24 bits of it, or 48 of the longer kind
 * @param browser the number by which the browser is known for the name typed; empty for a stranger's
 */
record Place(String network, Optional<String> browser) {

    private static final int OLD_BYTES = 3;
    private static final int NEW_BYTES = 6;
    private static final int NEW_LENGTH = 16;

    static Place of(String address, Optional<String> browser) {
        return new Place(network(address), browser);
    }

    private static String network(String address) {
        try {
            byte[] all = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(all, all.length == NEW_LENGTH ? NEW_BYTES : OLD_BYTES));
        } catch (UnknownHostException noAddress) {
            return "";
        }
    }

    boolean isAStranger() {
        return browser.isEmpty();
    }

    /** Whose failures are counted together; the name may be anything that was typed. */
    String account(String name) {
        return Integer.toHexString(name.hashCode()) + "/" + browser.orElse(network);
    }
}
