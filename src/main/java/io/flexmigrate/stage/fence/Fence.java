package io.flexmigrate.stage.fence;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.ReadLock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What keeps the clients of a group from writing on the source, over one session that is opened before the pause. */
public interface Fence {

    FenceKind kind();

    /**
     * Takes the lock that goes when we die; writers wait for it and do not fail.
     *
     * @param limit how long it may be held unless it is kept
     * @param prelude what to do when all else is ready, right before it is asked for
     * @throws io.flexmigrate.stage.LockRefusedException when somebody does not let it through, with his name
     */
    ReadLock acquire(Duration limit, StageLog log, ReadLock.Prelude prelude) throws InterruptedException;

    /** What stands now, as the journal is to keep it before {@link #shut}; to be read before the lock, which it would prolong. */
    Map<String, String> standing();

    /**
     * Before the lock: does what {@link #shut} and the like do, to nothing, because what runs for the first time is slow.
     *
     * @param since where the source stood a while ago
     * @param now where it stands
     */
    void rehearse(Map<String, String> standing, BinlogCoordinates since, BinlogCoordinates now);

    /** Before the lock: sets what is to open again what {@link #shut} closes, should we die. */
    void arm(Map<String, String> standing);

    /** Takes away what {@link #arm} set, when nothing was closed; as often as need be. */
    void disarm();

    /**
     * Closes the source under the lock, in such a way that it stays closed without. The lock may be gone afterwards.
     *
     * @return where the source stood when it was closed, if that was asked by the way
     * @throws io.flexmigrate.engine.CutOverAbortedException when it cannot be closed
     */
    Optional<BinlogCoordinates> shut(Map<String, String> standing, ReadLock lock);

    /** Whether the source's position must not move while the lock is held and after: false where others write on. */
    boolean standsStill();

    /**
     * What was written since the lock was taken to what is closed.
     *
     * @param since where the source stood under the lock
     * @param others server ids in whose name the source may write
     * @return a few events, as the server shows them
     */
    List<String> changesSince(BinlogCoordinates since, Set<Long> others);

    /**
     * The same where it is known how far the source is.
     *
     * @param now where it stands
     */
    default List<String> changesBetween(BinlogCoordinates since, BinlogCoordinates now, Set<Long> others) {
        return changesSince(since, others);
    }

    /**
     * The last before OPEN: what would open the source by itself is taken away.
     *
     * @throws io.flexmigrate.engine.CutOverAbortedException when it may have done so already
     */
    void confirm();

    /** Lets the clients in again that {@link #shut} kept out: the part of {@link #lift} that they wait for. */
    void letIn(Map<String, String> standing);

    /** Puts back what stood before, over and over if need be. */
    void lift(Map<String, String> standing);

    /** Whether anything of what {@link #shut} closes is closed now. */
    boolean isShut(Map<String, String> standing);

    /** Whether all of what {@link #shut} closes is closed now. */
    boolean isWhollyShut(Map<String, String> standing);

    /** Whether all of it is closed and nothing opens it by itself any more: whoever closed it got as far as {@link #confirm}. */
    boolean staysShut(Map<String, String> standing);

    /** Closes what was closed once and is not any more; nothing that is still closed is touched. */
    void shutAgain(Map<String, String> standing);

    /**
     * Sees that it outlives a restart of the source, when it is closed.
     *
     * @return why it does not; empty when it does
     */
    String persist();
}
