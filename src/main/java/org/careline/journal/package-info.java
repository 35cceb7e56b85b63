/**
 * An append-only file of checked records, for whoever must not lose what was acknowledged: the inquiry inbox and the
 * embedded store. An appended entry is in the operating system's hands, a synced one is on the disk, and many who wait
 * for the disk share one sync. After any cut or flipped byte the journal opens on an exact prefix of what was written:
 * the broken rest is set aside under another name and nothing behind a bad record is ever read again. It knows nothing
 * of what the entries mean, and it expects its folder to belong to one process (the data folder's lock sees to that).
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.careline.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
