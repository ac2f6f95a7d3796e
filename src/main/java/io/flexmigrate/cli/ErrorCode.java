package io.flexmigrate.cli;

import io.flexmigrate.engine.StageName;

/**
 * What can go wrong beside findings, each with a code that is never given to another error.
 *
 * <p>Findings have codes of their own, FM1xxx and FM2xxx.
 */
enum ErrorCode {
    INVALID_PLAN(
            "FM3001",
            ExitCode.INVALID_PLAN,
            "The plan cannot be read",
            "Nothing was begun. All that is wrong with the file is named at once, by line and column.",
            "Put it right; editors help with plans/plan.schema.json, and plans/flexible-server.yaml has every key."),
    CHANGED_PLAN(
            "FM3002",
            ExitCode.INVALID_PLAN,
            "The plan says something else than when the run began",
            "The run did work by the old plan that would not fit the new one. Nothing was done this time.",
            "Put the named fields back, or begin another run with another --work-dir."),
    BLOCKED(
            "FM3003",
            ExitCode.BLOCKED,
            "Findings are in the way",
            "Each finding has a code of its own and says what to do. Nothing was changed.",
            "Put right what blocks, or accept it with a reason where that is possible; then the same command again."),
    DIFFERENT(
            "FM3004",
            ExitCode.DIFFERENT,
            "Source and target are not equal",
            "Rows or definitions differ that should be the same. Writes go on where they were; nothing was opened.",
            "Find out who wrote to the target, or what the dump altered. Put it right there (migrate verify --repair-sql writes"
                    + " the statements), and the same command again: it compares again."),
    UNCERTAIN(
            "FM3005",
            ExitCode.UNCERTAIN,
            "It is not known which server has the writes",
            "An answer was lost at the one moment when it counts. Anything that runs now could make it worse.",
            "Look at both servers as the message says, before anything else runs; then migrate resume."),
    ABORTED(
            "FM3006",
            ExitCode.ABORTED,
            "The cut-over was given up and undone",
            "It did not fit into its budget, or something in its way was found in time. The server that had the writes has them.",
            "Read why, then migrate cutover again; cutover.budget may be changed during a run."),
    REFUSED(
            "FM3010",
            ExitCode.FAILED,
            "The command has no place now",
            "The run is not where this command could do something, or a person did not agree. Nothing was changed.",
            "migrate status says where the run is and what can be done next."),
    OUTPUT(
            "FM3011",
            ExitCode.FAILED,
            "A file that was asked for cannot be written",
            "Only that file is missing; nothing on the servers has to do with it.",
            "Name another file, or see to the rights and the space of its directory."),
    SECRET(
            "FM3012",
            ExitCode.FAILED,
            "A secret that the plan refers to is not to be had",
            "The variable is not set, the file cannot be read, or the program failed. No server was asked.",
            "Do what the message says for each; the program may be run by hand to see why it fails."),
    LOCK(
            "FM3013",
            ExitCode.FAILED,
            "Another process works on this run",
            "Only one may. It holds the lock of the work directory, or the named lock on a server, which also keeps other machines out.",
            "Wait for it, or look at it with migrate status. Never delete the lock file: it goes with the process."),
    JOURNAL(
            "FM3014",
            ExitCode.FAILED,
            "The journal or another file of the run cannot be used",
            "There is no run yet, the disk is full, or a file was changed, lost, or written by another version. What would not be"
                    + " remembered is not done, so nothing is lost.",
            "Free space, put the file back from a copy, or name the right --work-dir; never edit the journal."),
    SERVER(
            "FM3015",
            ExitCode.FAILED,
            "A server refused something, or does not answer",
            "The message names the server, what was tried, and the server's own words and number.",
            "See that it runs, that it can be reached from here and that the account may do this; then the same command again."),
    ENCRYPTION(
            "FM3016",
            ExitCode.FAILED,
            "A connection could not be encrypted as the plan wants it",
            "The two sides know no version of TLS in common, or the certificate is not one that the plan trusts.",
            "See to tls and ca of that server in the plan; a server that speaks no TLS 1.2 needs tls: { mode: disabled }."),
    PROGRAM(
            "FM3017",
            ExitCode.FAILED,
            "A program could not be run",
            "It is not installed, is not executable, or did not end in time.",
            "Install it or correct its path in the plan; then the same command again."),
    TOOL(
            "FM3018",
            ExitCode.FAILED,
            "mydumper or myloader ended in an error",
            "An unfinished dump is taken anew; of an unfinished load only what is not known to be whole is loaded again.",
            "Its whole output is in the work directory's logs. Put the cause right, then the same command again."),
    HOOK(
            "FM3019",
            ExitCode.FAILED,
            "What sends the clients to the other server failed",
            "The other server is open by then and the old one closed: there is only forward. Clients that were not sent over are"
                    + " refused by the old server.",
            "Mend the hook and migrate resume, which does it again, or send the clients by hand at once."),
    LINK(
            "FM3020",
            ExitCode.FAILED,
            "Replication does not go on",
            "The target cannot fetch or apply what the source writes. The message has the server's error and what it means.",
            "Do what it says, then the same command again; migrate skip shows the event that stops it. Nothing is skipped by itself."),
    CLOSED(
            "FM3021",
            ExitCode.FAILED,
            "A server that was closed for a cut-over could not be opened again",
            "The cut-over was given up, and the server did not answer when it was to take writes again: writers may still be refused.",
            "migrate cutover --abort lifts that as soon as the server answers; the message says how to do it by hand."),
    FILE(
            "FM3022",
            ExitCode.FAILED,
            "A file or a definition cannot be read or written",
            "The message names it, and why.",
            "Put it right, then the same command again."),
    COMMAND(
            "FM3029",
            ExitCode.FAILED,
            "The command could not do its work",
            "It failed outside the walk of a run, at what the message names.",
            "Do what the message says, then the same command again."),
    ASSESS(StageName.ASSESS, "FM3030", "Nothing was changed."),
    PREPARE(StageName.PREPARE, "FM3031", "At most settings of the source were raised, which are put back in the end."),
    DUMP(StageName.DUMP, "FM3032", "The source is not locked any more. An unfinished dump is taken anew."),
    LOAD(StageName.LOAD, "FM3033", "What is known to be whole on the target stays; all else is loaded again."),
    ACCOUNTS(StageName.ACCOUNTS, "FM3034", "Accounts made so far stay, locked, and are known to the journal."),
    LINKING(StageName.LINK, "FM3035", "The data on the target stay; the link is made or taken over the next time."),
    CATCH_UP(StageName.CATCH_UP, "FM3036", "The link stands as the target says; nothing of it was undone."),
    VERIFY(
            StageName.VERIFY,
            "FM3037",
            "Only reading was done. What was proven is remembered, and the rest is compared."),
    CUT_OVER(
            StageName.CUT_OVER,
            "FM3038",
            "Until OPEN all is undone and the source goes on; from OPEN on there is only forward: migrate status tells which."),
    FINISH(StageName.FINISH, "FM3039", "The writes have moved; what is left is to tidy up."),
    BUG(
            "FM3070",
            ExitCode.BUG,
            "A bug of migrate",
            "Something that was not foreseen. The journal is whole up to its last line.",
            "Please report it with the file that the message names. migrate status says how far the run is.");

    private final String code;
    private final ExitCode exit;
    private final String title;
    private final String meaning;
    private final String remedy;

    ErrorCode(String code, ExitCode exit, String title, String meaning, String remedy) {
        this.code = code;
        this.exit = exit;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    ErrorCode(StageName stage, String code, String meaning) {
        this(
                code,
                ExitCode.FAILED,
                stage + " failed: " + stage.purpose(),
                meaning,
                "Do what the message says, then the same command again: it goes on from this stage.");
    }

    String code() {
        return code;
    }

    ExitCode exit() {
        return exit;
    }

    /** What happened, as a short sentence without a full stop. */
    String title() {
        return title;
    }

    /** What it means for the migration. */
    String meaning() {
        return meaning;
    }

    /** What a person does next. */
    String remedy() {
        return remedy;
    }
}
