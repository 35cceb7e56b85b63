package org.careline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.snapshot.Owned.ANA;
import static org.careline.snapshot.Owned.BEN;
import static org.careline.snapshot.Owned.MAYA;
import static org.careline.snapshot.Owned.NINE;
import static org.careline.snapshot.Owned.by;
import static org.careline.snapshot.Owned.lead;
import static org.careline.snapshot.Owned.phone;

import java.util.stream.IntStream;
import org.careline.contact.Language;
import org.careline.lead.CloseReason;
import org.careline.lead.Lead;
import org.careline.routing.KnownCaller;
import org.careline.staff.CoordinatorId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnersByPhoneTests {

    private final OwnersByPhone owners = new OwnersByPhone();

    @Test
    void anOpenLeadsOwnerAndLanguageAreKnown() {
        owners.take(Owned.written(by(ANA, lead("form:a", "es", MAYA))));

        assertThat(owners.find(MAYA)).isEqualTo(new KnownCaller(ANA, new Language("es")));
        assertThat(owners.find(phone(2))).isEqualTo(KnownCaller.UNKNOWN);
        assertThat(owners.size()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"es-US,es", "EN,en", "zz,zz", "spa,", "haw-US,"})
    void aLanguageIsKnownByItsTwoLetters(String spoken, String known) {
        owners.take(Owned.written(by(ANA, lead("form:a", spoken, MAYA))));

        assertThat(owners.find(MAYA)).isEqualTo(new KnownCaller(ANA, known == null ? null : new Language(known)));
    }

    @Test
    void aLeadThatNobodyOwnsTellsItsLanguage() {
        owners.take(Owned.written(lead("form:a", "es", MAYA)));
        owners.take(Owned.written(lead("form:b", null, phone(2))));

        assertThat(owners.find(MAYA)).isEqualTo(new KnownCaller(null, new Language("es")));
        assertThat(owners.size()).isOne();
    }

    @Test
    void aLeadThatIsClosedMergedOrGivenUpIsForgotten() {
        Lead closed = by(ANA, lead("form:a", null, MAYA));
        Lead merged = by(ANA, lead("form:b", null, phone(2)));
        Lead givenUp = by(ANA, lead("form:c", null, phone(3)));
        owners.take(Owned.written(closed));
        owners.take(Owned.written(merged));
        owners.take(Owned.written(givenUp));

        owners.take(Owned.written(closed.closed(CloseReason.SPAM, NINE)));
        owners.take(Owned.written(merged.mergedInto(closed.id(), false)));
        owners.take(Owned.written(givenUp.undecided()));

        assertThat(owners.size()).isZero();
    }

    @Test
    void aLeadThatIsClosedTakesOutNobodyElsesPhone() {
        Lead first = by(ANA, lead("form:a", null, MAYA));
        Lead second = by(BEN, lead("form:b", null, MAYA));
        owners.take(Owned.written(first));
        owners.take(Owned.written(second));

        owners.take(Owned.written(first.closed(CloseReason.SPAM, NINE)));

        assertThat(owners.find(MAYA)).isEqualTo(new KnownCaller(BEN, null));
    }

    @Test
    void aMergeIsTheSameInEitherOrder() {
        Lead winner = by(ANA, lead("form:a", null, phone(2)));
        Lead loser = by(BEN, lead("form:b", null, MAYA)).mergedInto(winner.id(), false);
        owners.take(Owned.written(by(BEN, lead("form:b", null, MAYA))));

        owners.take(Owned.written(winner.absorbing(loser)));
        owners.take(Owned.written(loser));

        assertThat(owners.find(MAYA)).isEqualTo(new KnownCaller(ANA, null));
        assertThat(owners.find(phone(2))).isEqualTo(new KnownCaller(ANA, null));
    }

    @Test
    void moreOwnersThanFitAreNotKnown() {
        IntStream.rangeClosed(1, 4_100)
                .forEach(number ->
                        owners.take(Owned.written(by(owner(number), lead("form:" + number, "es", phone(number))))));

        assertThat(owners.find(phone(1))).isEqualTo(new KnownCaller(owner(1), new Language("es")));
        assertThat(owners.find(phone(4_095))).isEqualTo(new KnownCaller(owner(4_095), new Language("es")));
        assertThat(owners.find(phone(4_096))).isEqualTo(new KnownCaller(null, new Language("es")));
    }

    private static CoordinatorId owner(int number) {
        return new CoordinatorId("c" + number);
    }
}
