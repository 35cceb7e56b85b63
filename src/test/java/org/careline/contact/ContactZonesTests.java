package org.careline.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactZonesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +13055550123   | America/New_York
            +13125550123   | America/Chicago
            +16025550123   | America/Phoenix
            +18085550123   | Pacific/Honolulu
            +16715550123   | Pacific/Guam
            +17875550123   | America/Puerto_Rico
            +442079460123  | Europe/London
            """)
    void anAreaCodeSaysWhereAPersonIs(String number, String zone) {
        assertThat(byPhone(number)).containsExactly(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +18505550123  | America/Chicago America/New_York
            +18509940123  | America/Chicago America/New_York
            +12195550123  | America/Chicago America/New_York
            +13085550123  | America/Chicago America/Denver
            +12085550123  | America/Boise America/Denver America/Los_Angeles
            """)
    void anAreaCodeInSeveralZonesMeansAllOfThemWhateverTheExchange(String number, String zones) {
        assertThat(byPhone(number)).containsExactlyInAnyOrderElementsOf(zones(zones));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+18445550100", "+18005550100", "+15005550006", "+19005550123", "+15555550123", "+9991234567"})
    void aNumberThatIsNowhereSaysNothing(String number) {
        assertThat(byPhone(number)).isEmpty();
    }

    @Test
    void noNumberIsEverInAnUnknownZone() {
        for (int areaCode = 201; areaCode < 1000; areaCode++) {
            Set<ZoneId> zones = byPhone("+1" + areaCode + "5550123");

            assertThat(zones).as("%s", areaCode).hasSizeLessThan(6).doesNotContain(ZoneId.of("UTC"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10001      | America/New_York
            33101-0001 | America/New_York
            331010001  | America/New_York
            00901      | America/Puerto_Rico
            60601      | America/Chicago
            80202      | America/Denver
            85001      | America/Phoenix
            90001      | America/Los_Angeles
            98101      | America/Los_Angeles
            99501      | America/Anchorage
            99546      | America/Adak
            96801      | Pacific/Honolulu
            96799      | Pacific/Pago_Pago
            96910      | Pacific/Guam
            # on a border
            32401      | America/Chicago America/New_York
            36867      | America/Chicago America/New_York
            42701      | America/Chicago America/New_York
            46534      | America/Chicago America/New_York
            49801      | America/Chicago America/New_York
            57501      | America/Chicago America/Denver
            67735      | America/Chicago America/Denver
            69153      | America/Chicago America/Denver
            79836      | America/Chicago America/Denver
            83549      | America/Denver America/Los_Angeles
            86045      | America/Denver America/Phoenix
            89883      | America/Denver America/Los_Angeles
            97914      | America/Denver America/Los_Angeles
            # military mail, unused, no ZIP
            09012      |
            34012      |
            96201      |
            00001      |
            1000       |
            K1A 0B1    |
            """)
    void aZipSaysWhereAPersonIs(String zip, String zones) {
        assertThat(ContactZones.of(Set.of(), Set.of(zip))).containsExactlyInAnyOrderElementsOf(zones(zones));
    }

    @Test
    void aZipCountsMoreThanAnAreaCode() {
        Set<PhoneNumber> miami = Set.of(new PhoneNumber("+13055550123"));

        assertThat(ContactZones.of(miami, Set.of("90001"))).containsExactly(ZoneId.of("America/Los_Angeles"));
        assertThat(ContactZones.of(miami, Set.of("00001"))).containsExactly(ZoneId.of("America/New_York"));
    }

    @Test
    void severalPlacesMeanAllOfThem() {
        Set<PhoneNumber> phones = Set.of(new PhoneNumber("+13055550123"), new PhoneNumber("+14155550123"));

        assertThat(ContactZones.of(phones, Set.of()))
                .containsExactlyInAnyOrderElementsOf(zones("America/New_York America/Los_Angeles"));
        assertThat(ContactZones.of(phones, Set.of("80202", "60601")))
                .containsExactlyInAnyOrderElementsOf(zones("America/Chicago America/Denver"));
    }

    @Test
    void ofNobodyNothingIsKnown() {
        assertThat(ContactZones.of(Set.of(), Set.of())).isEmpty();
    }

    @Test
    void everyStateHasItsZips() {
        Set<String> without = new TreeSet<>();
        for (int prefix = 5; prefix < 1000; prefix++) {
            String zip = String.format("%03d01", prefix);
            if (ContactZones.of(Set.of(), Set.of(zip)).isEmpty()) {
                without.add(zip.substring(0, 3));
            }
        }

        List<String> military = List.of("340", "962", "963", "964", "965", "966");
        List<String> unused = List.of(
                "343", "345", "348", "419", "428", "429", "568", "578", "579", "589", "694", "695", "696", "697", "698",
                "699", "839", "848", "849", "861", "862", "866", "867", "868", "869", "886", "887", "888", "899");
        without.removeIf(prefix -> prefix.startsWith("09"));
        without.removeAll(military);
        without.removeAll(unused);
        assertThat(without).isEmpty();
    }

    private static Set<ZoneId> byPhone(String number) {
        return ContactZones.of(Set.of(new PhoneNumber(number)), Set.of());
    }

    private static Set<ZoneId> zones(String names) {
        return names == null
                ? Set.of()
                : Arrays.stream(names.split(" ", -1)).map(ZoneId::of).collect(Collectors.toSet());
    }
}
