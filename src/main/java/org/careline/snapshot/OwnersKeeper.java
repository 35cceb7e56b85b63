package org.careline.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.careline.lead.LeadListener;
import org.careline.lead.WrittenLead;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;

/** Keeps the memory of owners up with the leads, and its copy in the data folder up with the memory. */
final class OwnersKeeper extends BackgroundJob implements LeadListener {

    private static final Pace COPY = Pace.every(Duration.ofMinutes(3));

    private final OwnersByPhone owners;
    private final OwnersFile file;

    OwnersKeeper(OwnersByPhone owners, OwnersFile file) {
        super("owners", COPY);
        this.owners = owners;
        this.file = file;
    }

    @Override
    protected void begin() {
        file.read(owners);
    }

    /** From where the copy ends; without one, everything. */
    @Override
    public Instant since(Instant now) {
        return owners.seen();
    }

    @Override
    public void written(List<WrittenLead> fresh) {
        fresh.forEach(owners::take);
    }

    @Override
    public void caughtUp(Instant until) {
        owners.seen(until);
    }

    @Override
    protected boolean asksOutside() {
        return false;
    }

    @Override
    protected Next work() {
        file.write(owners);
        return Next.IDLE;
    }

    @Override
    protected void end() {
        file.write(owners);
    }
}
