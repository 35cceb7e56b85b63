package org.careline.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.jspecify.annotations.Nullable;

/** What became of fields that were read. */
public sealed interface ParsedInquiry {

    /**
     * They are an inquiry but for its identity and its time.
     *
     * @param aside fields that could not be used, and that it stands without
     */
    record Understood(Sender sender, InquiryDetails details, Map<String, String> attribution, List<SetAside> aside)
            implements ParsedInquiry {

        public Understood {
            aside = List.copyOf(aside);
        }

        /** What is known of it beside itself, to be kept with it. */
        public List<Fact> known(Instant at) {
            return aside.stream().map(one -> one.fact(at)).toList();
        }

        /** Whether no number that they gave turned out to be one that cannot be called. */
        public boolean callable() {
            return aside.stream().noneMatch(one -> one.fault().code() == FieldFault.Code.NOT_CALLABLE);
        }

        /** The inquiry that reached us then under this id. */
        public Inquiry received(SourceId id, Instant at, Inquiry.@Nullable Suspicion suspicion) {
            return new Inquiry(id, at, sender, details, attribution, suspicion);
        }
    }

    /** They are none; every fault that was found, at least one. */
    record Faulty(List<FieldFault> faults) implements ParsedInquiry {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
