------------------------------- MODULE Migration -------------------------------
(***************************************************************************)
(* One group of databases on its way from a source to a target, and back:  *)
(* dump, load, link, and then crossings, each with fence, drain, closing,  *)
(* opening and flip. The program, both servers and the network may fail at *)
(* any step; whatever was begun is taken up again from the journal.        *)
(***************************************************************************)
EXTENDS Naturals, Sequences

CONSTANTS
    Writes,     \* how many transactions clients commit
    Crossings,  \* 1: over; 2: over and back; 3: and over again
    Faults,     \* how many things go wrong, and how often a person tries again
    Lasting,    \* TRUE: accounts and schemas close a server, which outlives its restart; FALSE: super_read_only
    FenceFirst, \* rule A: the position is read when the fence holds
    DrainFirst, \* rule B: the other side has applied it before it takes writes
    Guarded     \* rule D: what outlives the program opens by itself

ASSUME Writes \in Nat /\ Crossings \in Nat /\ Faults \in Nat
ASSUME {Lasting, FenceFirst, DrainFirst, Guarded} \subseteq BOOLEAN

VARIABLES
    log,      \* what clients committed on each server, in order: its binlog, without what it applied
    rows,     \* what is in its tables
    linked,   \* whether it follows the other
    applied,  \* how much of the other's log it has applied
    shut,     \* whether it refuses its clients
    kept,     \* whether it will after a restart
    lock,     \* the server on which our session holds the lock, or "none"
    guard,    \* what would open the closed server by itself: "none", "armed", "fired"
    alive,    \* whether the program runs
    at,       \* what it is about to do
    position, \* what it read as the position of the fence
    session,  \* whether its session on the server that is left is the one it closed that with
    journal,  \* the last step in it, with its crossing, and the position of the last OPEN
    snapshot, \* the position of the dump
    restarted,\* whether the server that is left was restarted since it was closed and before that was made to last
    faults

servers == <<log, rows, linked, applied, shut, kept>>
vars == <<log, rows, linked, applied, shut, kept, lock, guard, alive, at, position, session, journal, snapshot,
          restarted, faults>>

Sides == {"source", "target"}
Other(side) == IF side = "source" THEN "target" ELSE "source"
From == IF journal.crossing % 2 = 1 THEN "source" ELSE "target"
To == Other(From)
Opened == {"OPEN", "FLIPPED", "DONE"}

Written == Len(log["source"]) + Len(log["target"])
First(sequence, count) == {sequence[i] : i \in 1..count}
Writable(side) == ~shut[side] /\ lock # side

(***************************************************************************)
(* Which step may come after which in the journal, within a crossing. The  *)
(* tests hold every journal of a real run against this.                    *)
(***************************************************************************)
Follows == {
    <<"BEGUN", "DUMPED">>, <<"DUMPED", "LOADED">>, <<"LOADED", "LINKED">>, <<"LINKED", "READY">>,
    <<"READY", "READY">>, <<"READY", "FENCED">>, <<"READY", "ABORTED">>,
    <<"FENCED", "DRAINED">>, <<"FENCED", "ABORTED">>, <<"FENCED", "READY">>,
    <<"DRAINED", "VERIFIED">>, <<"DRAINED", "ABORTED">>, <<"DRAINED", "READY">>,
    <<"VERIFIED", "CLOSING">>, <<"VERIFIED", "ABORTED">>, <<"VERIFIED", "READY">>,
    <<"CLOSING", "OPENING">>, <<"CLOSING", "OPEN">>, <<"CLOSING", "ABORTED">>,
    <<"OPENING", "OPEN">>, <<"OPENING", "ABORTED">>,
    <<"ABORTED", "READY">>,
    <<"OPEN", "FLIPPED">>, <<"OPEN", "UNCERTAIN">>,
    <<"FLIPPED", "DONE">>, <<"FLIPPED", "UNCERTAIN">>,
    <<"DONE", "READY">>
}

Init ==
    /\ log = [side \in Sides |-> <<>>]
    /\ rows = [side \in Sides |-> {}]
    /\ linked = [side \in Sides |-> FALSE]
    /\ applied = [side \in Sides |-> 0]
    /\ shut = [side \in Sides |-> side = "target"]
    /\ kept = [side \in Sides |-> side = "target"]
    /\ lock = "none"
    /\ guard = "none"
    /\ alive = TRUE
    /\ at = "DUMP"
    /\ position = 0
    /\ session = TRUE
    /\ journal = [step |-> "BEGUN", crossing |-> 1, fence |-> 0]
    /\ snapshot = 0
    /\ restarted = FALSE
    /\ faults = 0

Note(step) == journal' = [journal EXCEPT !.step = step]

(***************************************************************************)
(* Clients and replication.                                                *)
(***************************************************************************)
Commit(side) ==
    /\ Written < Writes
    /\ Writable(side)
    /\ log' = [log EXCEPT ![side] = Append(@, Written + 1)]
    /\ rows' = [rows EXCEPT ![side] = @ \cup {Written + 1}]
    /\ UNCHANGED <<linked, applied, shut, kept, lock, guard, alive, at, position, session, journal, snapshot, restarted,
                   faults>>

Apply(side) ==
    /\ linked[side]
    /\ applied[side] < Len(log[Other(side)])
    /\ applied' = [applied EXCEPT ![side] = @ + 1]
    /\ rows' = [rows EXCEPT ![side] = @ \cup {log[Other(side)][applied[side] + 1]}]
    /\ UNCHANGED <<log, linked, shut, kept, lock, guard, alive, at, position, session, journal, snapshot, restarted,
                   faults>>

(***************************************************************************)
(* The program: each action is one thing that a kill may come before or    *)
(* after.                                                                  *)
(***************************************************************************)
Go(from, to) == alive /\ at = from /\ at' = to

Dump ==
    /\ Go("DUMP", "LOAD")
    /\ snapshot' = Len(log["source"])
    /\ Note("DUMPED")
    /\ UNCHANGED <<servers, lock, guard, alive, position, session, restarted, faults>>

\* A load that was broken off leaves any part of it; the next one begins with an empty target.
LoadSome ==
    /\ Go("LOAD", "LOAD")
    /\ \E part \in SUBSET First(log["source"], snapshot) : rows' = [rows EXCEPT !["target"] = part]
    /\ UNCHANGED <<log, linked, applied, shut, kept, lock, guard, alive, position, session, journal, snapshot, restarted,
                   faults>>

Load ==
    /\ Go("LOAD", "LINK")
    /\ rows' = [rows EXCEPT !["target"] = First(log["source"], snapshot)]
    /\ Note("LOADED")
    /\ UNCHANGED <<log, linked, applied, shut, kept, lock, guard, alive, position, session, snapshot, restarted,
                   faults>>

\* A link that is there already has moved on, and is not made again.
Link ==
    /\ Go("LINK", "LINKED")
    /\ linked' = [linked EXCEPT !["target"] = TRUE]
    /\ applied' = [applied EXCEPT !["target"] = IF linked["target"] THEN @ ELSE snapshot]
    /\ UNCHANGED <<log, rows, shut, kept, lock, guard, alive, position, session, journal, snapshot, restarted, faults>>

Linked ==
    /\ Go("LINKED", "READY")
    /\ Note("LINKED")
    /\ UNCHANGED <<servers, lock, guard, alive, position, session, snapshot, restarted, faults>>

\* The way back stands before the fence; whoever is behind is waited for.
Ready ==
    /\ Go("READY", "ARM")
    /\ linked' = [linked EXCEPT ![From] = TRUE]
    /\ applied' = [applied EXCEPT ![From] = IF linked[From] THEN @ ELSE Len(log[To])]
    /\ applied'[From] = Len(log[To])
    /\ session' = TRUE
    /\ Note("READY")
    /\ UNCHANGED <<log, rows, shut, kept, lock, guard, alive, position, snapshot, restarted, faults>>

Arm ==
    /\ Go("ARM", "LOCK")
    /\ guard' = IF Lasting /\ Guarded THEN "armed" ELSE "none"
    /\ position' = IF FenceFirst THEN position ELSE Len(log[From])
    /\ UNCHANGED <<servers, lock, alive, session, journal, snapshot, restarted, faults>>

Lock ==
    /\ Go("LOCK", "FENCE")
    /\ lock = "none"
    /\ lock' = From
    /\ UNCHANGED <<servers, guard, alive, position, session, journal, snapshot, restarted, faults>>

Fence ==
    /\ Go("FENCE", "DRAIN")
    /\ position' = IF FenceFirst THEN Len(log[From]) ELSE position
    /\ Note("FENCED")
    /\ UNCHANGED <<servers, lock, guard, alive, session, snapshot, restarted, faults>>

Drain ==
    /\ Go("DRAIN", "VERIFY")
    /\ DrainFirst => applied[To] >= position
    /\ Note("DRAINED")
    /\ UNCHANGED <<servers, lock, guard, alive, position, session, snapshot, restarted, faults>>

Verify ==
    /\ Go("VERIFY", "INTEND")
    /\ Note("VERIFIED")
    /\ UNCHANGED <<servers, lock, guard, alive, position, session, snapshot, restarted, faults>>

Intend ==
    /\ Go("INTEND", "CHECK")
    /\ Note("CLOSING")
    /\ UNCHANGED <<servers, lock, guard, alive, position, session, snapshot, restarted, faults>>

\* Whoever froze in here does not know that the lock has gone meanwhile.
Check ==
    /\ Go("CHECK", IF lock = From /\ session THEN "SHUT" ELSE "UNDO")
    /\ UNCHANGED <<servers, lock, guard, alive, position, session, journal, snapshot, restarted, faults>>

\* Accounts and schemas: the lock goes at once, as no schema closes under it; the guard is made anew before.
Shut ==
    /\ Go("SHUT", IF session THEN "REREAD" ELSE "UNDO")
    /\ shut' = [shut EXCEPT ![From] = session \/ @]
    /\ kept' = [kept EXCEPT ![From] = (session /\ Lasting) \/ @]
    /\ lock' = IF Lasting THEN "none" ELSE lock
    /\ guard' = IF Lasting /\ Guarded THEN "armed" ELSE guard
    /\ UNCHANGED <<log, rows, linked, applied, alive, position, session, journal, snapshot, restarted, faults>>

Reread ==
    /\ Go("REREAD", IF session /\ (FenceFirst => Len(log[From]) = position) THEN "CLOSED" ELSE "UNDO")
    /\ UNCHANGED <<servers, lock, guard, alive, position, session, journal, snapshot, restarted, faults>>

Closed ==
    /\ Go("CLOSED", "CONFIRM")
    /\ Note("OPENING")
    /\ UNCHANGED <<servers, lock, guard, alive, position, session, snapshot, restarted, faults>>

\* From here on nothing opens it by itself, and whoever dies goes forward.
Confirm ==
    /\ Go("CONFIRM", IF session /\ guard # "fired" THEN "OPEN" ELSE "UNDO")
    /\ guard' = IF session THEN "none" ELSE guard
    /\ UNCHANGED <<servers, lock, alive, position, session, journal, snapshot, restarted, faults>>

WriteOpen ==
    /\ journal' = [journal EXCEPT !.step = "OPEN", !.fence = position]
    /\ UNCHANGED <<servers, lock, guard, alive, position, session, snapshot, restarted, faults>>

Open == Go("OPEN", "ADMIT") /\ WriteOpen

(***************************************************************************)
(* Whether the server that is left was closed for good, and took nothing   *)
(* since: where super_read_only closes it, that is one statement; else the *)
(* end of the guard, which comes after OPENING in the journal.             *)
(***************************************************************************)
Decided ==
    /\ shut[From]
    /\ Len(log[From]) = position
    /\ Lasting => (journal.step = "OPENING" /\ guard = "none")

\* Somebody resumes what died while it closed a server: he asks it.
Settle ==
    /\ Go("SETTLE", IF Decided THEN "SETTLED" ELSE "UNDO")
    /\ UNCHANGED <<servers, lock, guard, alive, position, session, journal, snapshot, restarted, faults>>

Settled == Go("SETTLED", "CLOSE_AGAIN") /\ WriteOpen

Admit ==
    /\ Go("ADMIT", "PERSIST")
    /\ shut' = [shut EXCEPT ![To] = FALSE]
    /\ kept' = [kept EXCEPT ![To] = FALSE]
    /\ UNCHANGED <<log, rows, linked, applied, lock, guard, alive, position, session, journal, snapshot, restarted,
                   faults>>

Persist ==
    /\ Go("PERSIST", IF session THEN "FLIP" ELSE "CLOSE_AGAIN")
    /\ kept' = [kept EXCEPT ![From] = session \/ @]
    /\ restarted' = (restarted /\ ~session)
    /\ UNCHANGED <<log, rows, linked, applied, shut, lock, guard, alive, position, session, journal, snapshot, faults>>

Flip ==
    /\ Go("FLIP", "END")
    /\ IF journal.step = "OPEN" THEN Note("FLIPPED") ELSE UNCHANGED journal
    /\ lock' = "none"
    /\ UNCHANGED <<servers, guard, alive, position, session, snapshot, restarted, faults>>

End ==
    /\ Go("END", "DONE")
    /\ Note("DONE")
    /\ UNCHANGED <<servers, lock, guard, alive, position, session, snapshot, restarted, faults>>

Again ==
    /\ Go("DONE", "READY")
    /\ journal.crossing < Crossings
    /\ journal' = [journal EXCEPT !.step = "READY", !.crossing = @ + 1]
    /\ restarted' = FALSE
    /\ UNCHANGED <<servers, lock, guard, alive, position, session, snapshot, faults>>

\* Behind OPEN, when the closed server may have come open: a restart, or a crash of ours.
CloseAgain ==
    /\ Go("CLOSE_AGAIN", "SCAN")
    /\ shut' = [shut EXCEPT ![From] = TRUE]
    /\ kept' = [kept EXCEPT ![From] = Lasting \/ @]
    /\ session' = TRUE
    /\ guard' = "none"
    /\ UNCHANGED <<log, rows, linked, applied, lock, alive, position, journal, snapshot, restarted, faults>>

Scan ==
    /\ Go("SCAN", IF ~session THEN "CLOSE_AGAIN" ELSE IF Len(log[From]) = journal.fence THEN "ADMIT" ELSE "UNCERTAIN")
    /\ IF session /\ Len(log[From]) # journal.fence THEN Note("UNCERTAIN") ELSE UNCHANGED journal
    /\ UNCHANGED <<servers, lock, guard, alive, position, session, snapshot, restarted, faults>>

\* Given up before anything was closed: the budget is spent, a difference was found, somebody pressed Ctrl-C.
GiveUp ==
    /\ at \in {"LOCK", "FENCE", "DRAIN", "VERIFY", "INTEND"}
    /\ Go(at, "STOPPED")
    /\ lock' = "none"
    /\ guard' = "none"
    /\ Note("ABORTED")
    /\ UNCHANGED <<servers, alive, position, session, snapshot, restarted, faults>>

Undo ==
    /\ Go("UNDO", "UNDONE")
    /\ shut' = [shut EXCEPT ![From] = FALSE]
    /\ kept' = [kept EXCEPT ![From] = FALSE]
    /\ lock' = "none"
    /\ guard' = "none"
    /\ UNCHANGED <<log, rows, linked, applied, alive, position, session, journal, snapshot, restarted, faults>>

Undone ==
    /\ Go("UNDONE", "STOPPED")
    /\ restarted' = FALSE
    /\ Note("ABORTED")
    /\ UNCHANGED <<servers, lock, guard, alive, position, session, snapshot, faults>>

Resume ==
    /\ ~alive
    /\ alive' = TRUE
    /\ at' = CASE journal.step = "BEGUN" -> "DUMP"
               [] journal.step = "DUMPED" -> "LOAD"
               [] journal.step = "LOADED" -> "LINK"
               [] journal.step \in {"LINKED", "READY", "FENCED", "DRAINED", "VERIFIED", "ABORTED"} -> "READY"
               [] journal.step \in {"CLOSING", "OPENING"} -> "SETTLE"
               [] journal.step \in {"OPEN", "FLIPPED"} -> "CLOSE_AGAIN"
               [] OTHER -> journal.step
    /\ guard' = IF journal.step \in {"READY", "FENCED", "DRAINED", "VERIFIED"} THEN "none" ELSE guard
    /\ session' = FALSE
    /\ UNCHANGED <<servers, lock, position, journal, snapshot, restarted, faults>>

Program ==
    \/ Dump \/ LoadSome \/ Load \/ Link \/ Linked
    \/ Ready \/ Arm \/ Lock \/ Fence \/ Drain \/ Verify \/ Intend \/ Check \/ Shut \/ Reread \/ Confirm \/ Closed
    \/ Open \/ Admit \/ Persist \/ Flip \/ End \/ Again
    \/ Settle \/ Settled \/ CloseAgain \/ Scan \/ Undo \/ Undone

(***************************************************************************)
(* What goes wrong.                                                        *)
(***************************************************************************)
Fault == faults < Faults /\ faults' = faults + 1

Kill ==
    /\ Fault
    /\ alive
    /\ alive' = FALSE
    /\ UNCHANGED <<servers, lock, guard, at, position, session, journal, snapshot, restarted>>

\* Whether the lock is that of a program that is at work.
Holds ==
    alive /\ at \in {"FENCE", "DRAIN", "VERIFY", "INTEND", "CHECK", "SHUT", "REREAD", "CONFIRM", "CLOSED", "OPEN", "ADMIT",
                      "PERSIST", "FLIP"}

\* The server drops what fell silent: a program that was killed or froze, or whose network was cut.
DropLock ==
    /\ lock # "none"
    /\ IF Holds THEN Fault ELSE UNCHANGED faults
    /\ lock' = "none"
    /\ UNCHANGED <<servers, guard, alive, at, position, session, journal, snapshot, restarted>>

Fire ==
    /\ guard = "armed"
    /\ IF alive THEN Fault ELSE UNCHANGED faults
    /\ guard' = "fired"
    /\ shut' = [shut EXCEPT ![From] = FALSE]
    /\ kept' = [kept EXCEPT ![From] = FALSE]
    /\ UNCHANGED <<log, rows, linked, applied, lock, alive, at, position, session, journal, snapshot, restarted>>

Restart(side) ==
    /\ Fault
    /\ shut' = [shut EXCEPT ![side] = kept[side]]
    /\ lock' = IF lock = side THEN "none" ELSE lock
    /\ session' = (session /\ side # From)
    /\ restarted' = (restarted \/ (side = From /\ shut[side] /\ ~kept[side]))
    /\ UNCHANGED <<log, rows, linked, applied, kept, guard, alive, at, position, journal, snapshot>>

\* What was asked for was done, and nobody was told.
LoseReply ==
    /\ Fault
    /\ alive
    /\ at \in {"CHECK", "REREAD", "CONFIRM", "CLOSED"}
    /\ at' = "UNDO"
    /\ session' = FALSE
    /\ UNCHANGED <<servers, lock, guard, alive, position, journal, snapshot, restarted>>

\* Somebody runs it once more after it was given up.
Retry ==
    /\ Fault
    /\ Go("STOPPED", "READY")
    /\ UNCHANGED <<servers, lock, guard, alive, position, session, journal, snapshot, restarted>>

\* Who resumes what died while it closed a server may as well want it back: migrate cutover --abort.
TakeBack ==
    /\ Fault
    /\ Go("SETTLE", "UNDO")
    /\ UNCHANGED <<servers, lock, guard, alive, position, session, journal, snapshot, restarted>>

Next ==
    \/ \E side \in Sides : Commit(side) \/ Apply(side) \/ Restart(side)
    \/ Program \/ GiveUp \/ Resume
    \/ Kill \/ DropLock \/ Fire \/ LoseReply \/ Retry \/ TakeBack

\* What the servers do without anybody's help.
Healing == (DropLock /\ ~Holds) \/ (Fire /\ ~alive)

Spec ==
    /\ Init /\ [][Next]_vars
    /\ \A side \in Sides : WF_vars(Apply(side))
    /\ WF_vars(Healing)

\* The same with a person who resumes whatever died.
Attended ==
    /\ Spec
    /\ WF_vars(Resume)
    /\ WF_vars(Program /\ at' # at)

(***************************************************************************)
(* What must hold.                                                         *)
(***************************************************************************)
TypeOK ==
    /\ position \in 0..Writes /\ snapshot \in 0..Writes
    /\ lock \in Sides \cup {"none"} /\ guard \in {"none", "armed", "fired"}
    /\ \A side \in Sides : applied[side] <= Len(log[Other(side)])

\* A replica has all of what it has applied, and nothing that nobody wrote.
Exact == \A side \in Sides :
    /\ rows[side] \subseteq 1..Written
    /\ linked[side] => First(log[Other(side)], applied[side]) \subseteq rows[side]
    /\ First(log[side], Len(log[side])) \subseteq rows[side]

\* Only a restart that loses super_read_only in the moments before it is made to last opens a closed server.
Excused == ~Lasting /\ restarted

\* Who opens has all that was acknowledged where the writes were.
NothingLost == journal.step \in Opened => (rows[From] \subseteq rows[To] \/ Excused)

OneOwner == (Writable("source") /\ Writable("target")) => Excused

\* And nobody says that all is well if a server that was left took a write.
TornIsTold == journal.step = "DONE" => Len(log[From]) = journal.fence

\* What must not hold: or the rest would say nothing.
NeverDone == ~(journal.step = "DONE" /\ journal.crossing = Crossings)
NeverUncertain == journal.step # "UNCERTAIN"
NeverUndone == at # "UNDONE"

Legal == [][journal'.step = journal.step \/ <<journal.step, journal'.step>> \in Follows]_journal

\* No crossing is taken back once it is open, but by the next one.
OnlyForward == [][journal.step \in Opened => journal'.step \in Opened \cup {"UNCERTAIN"} \/ journal'.crossing > journal.crossing]_journal

Before == journal.step \notin Opened \cup {"UNCERTAIN"}

\* What dies before the server is closed for good leaves one that opens by itself; behind that there is only forward. But not who
\* froze for so long that the lock went, closed the server all the same, and died before he noticed or had undone it.
Torn == at = "UNDO" \/ (~Lasting /\ shut[From] /\ Len(log[From]) # position)
Heals == (~alive /\ Before /\ ~Decided /\ ~Torn) ~> (Writable(From) \/ alive \/ ~Before)

\* Where somebody resumes, it opens again always, and always ends as it should.
OpensAgain == (Before /\ shut[From]) ~> (Writable(From) \/ ~Before)
Ends == <>[](at \in {"STOPPED", "UNCERTAIN"} \/ (at = "DONE" /\ journal.crossing = Crossings))
=============================================================================
