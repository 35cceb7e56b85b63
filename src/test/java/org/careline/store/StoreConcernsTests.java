package org.careline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import org.careline.node.StartRefused;
import org.careline.support.StoreContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.NestedExceptionUtils;

class StoreConcernsTests {

    private static final String ADDRESS = "mongodb://careline:secret@db-1,db-2/careline?replicaSet=careline";

    @ParameterizedTest
    @CsvSource({
        "readPreference=secondaryPreferred, 'readPreference=secondaryPreferred, expected primary'",
        "readPreference=nearest&maxStalenessSeconds=120, 'readPreference=nearest, expected primary'",
        "readConcernLevel=local, 'readConcernLevel=local, expected majority'",
        "readConcernLevel=available, 'readConcernLevel=available, expected majority'",
        "w=1, 'w=1, expected majority'",
        "w=2, 'w=2, expected majority'",
        "journal=false, 'journal=false, expected true'",
    })
    void anAddressThatSaysOtherwiseStopsTheStartAndSaysWhy(String parameter, String said) {
        assertThatThrownBy(() -> new StoreConcerns(ADDRESS + "&" + parameter))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("spring.mongodb.uri")
                .hasMessageContaining(said)
                .hasMessageNotContaining("secret");
    }

    @Test
    void allOfThemAreNamedAtOnce() {
        assertThatThrownBy(() -> new StoreConcerns(ADDRESS + "&readPreference=secondary&readConcernLevel=local"))
                .hasMessageContainingAll("readPreference=secondary", "readConcernLevel=local");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ADDRESS,
                ADDRESS + "&readPreference=primary&readConcernLevel=majority&w=majority&journal=true&retryWrites=false"
            })
    void whatIsLeftOutOrTheSameIsTaken(String address) {
        assertThat(new StoreConcerns(address)).isNotNull();
    }

    @Test
    void nothingThatWasAppliedBeforePrevails() {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(
                        new ConnectionString("mongodb://db/?readPreference=nearest&readConcernLevel=local&w=1"));

        new StoreConcerns(null).customize(settings);

        MongoClientSettings made = settings.build();
        assertThat(made.getReadPreference()).isEqualTo(ReadPreference.primary());
        assertThat(made.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
        assertThat(made.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY);
    }

    @Test
    void theApplicationDoesNotStartWithSuchAnAddress() {
        RuntimeException failed = catchThrowableOfType(
                RuntimeException.class,
                () -> StoreContext.at("mongodb://localhost:1/careline?w=1").close());

        assertThat(NestedExceptionUtils.getMostSpecificCause(failed)).isInstanceOf(StartRefused.class);
    }
}
