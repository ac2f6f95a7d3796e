package io.flexmigrate.cli;

import io.flexmigrate.engine.Claim;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.Seal;
import io.flexmigrate.engine.Testimony;
import io.flexmigrate.journal.JournalHeader;
import io.flexmigrate.journal.LineSeal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.journal.TestimonyJson;
import io.flexmigrate.plan.PlanFile;
import io.flexmigrate.report.Visible;
import io.flexmigrate.stage.evidence.ServerClaims;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks again at everything that a finished migration wrote down of itself; changes nothing. */
record EvidenceCheck(PlanFile planFile, RunDirectory directory, ServerClaims servers) {

    /** Says for each claim whether it is still so. */
    ExitCode check(Path file, PrintWriter out) {
        Testimony testimony = read(file);
        List<Claim> claims = new ArrayList<>();
        claims.add(
                Claim.same("the plan is the same", testimony.planDigest(), JournalHeader.digestOf(planFile.fields())));
        claims.add(sealed("the journal says the same", testimony.journal(), 0));
        claims.add(sealed("the ledger says the same", testimony.comparison().ledger(), 1));
        claims.addAll(servers.of(testimony));
        claims.forEach(claim ->
                out.println(claim.standing().words() + ": " + claim.what() + " (" + Visible.line(claim.words()) + ")"));
        testimony.notProven().forEach(sentence -> out.println("never proven: " + Visible.line(sentence)));
        return claims.stream().anyMatch(claim -> claim.standing() == Claim.Standing.FAILS)
                ? ExitCode.DIFFERENT
                : ExitCode.DONE;
    }

    private static Testimony read(Path file) {
        try {
            return new TestimonyJson().read(Files.readString(file));
        } catch (IOException | JournalException failure) {
            throw new RefusedException("The evidence " + Visible.line(file.toString()) + " cannot be checked: "
                    + failure.getMessage() + ". Name the evidence.json of a finished run.");
        }
    }

    /** @param more how many lines beyond those that were sealed make it another file; 0 when any number may follow */
    private Claim sealed(String what, Seal then, int more) {
        LineSeal seals = new LineSeal(directory);
        Optional<Seal> now = seals.again(new Seal(then.file(), then.lines() + more, then.digest()));
        if (now.isEmpty() && then.lines() > 0) {
            return Claim.untold(what, then.file() + " is not in " + directory + " any more");
        }
        Seal found = now.orElse(then);
        String words = then.lines() + " line(s), SHA-256 " + then.digest();
        return found.lines() == then.lines() && found.digest().equals(then.digest())
                ? Claim.holds(what, words)
                : Claim.fails(what, then.file() + " had " + words + "; now they have " + found.digest());
    }
}
