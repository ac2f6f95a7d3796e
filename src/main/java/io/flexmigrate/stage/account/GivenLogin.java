package io.flexmigrate.stage.account;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.CertificateFile;
import io.flexmigrate.mysql.UnusableCertificatesException;
import io.flexmigrate.mysql.Upstream;
import io.flexmigrate.plan.Plan;

/** An account that somebody made for us, which we leave as it is. */
record GivenLogin(Plan.Replication place, Secret password) implements ReplicationLogin {

    @Override
    public Upstream upstream() {
        try {
            String certificates =
                    place.ca().map(file -> new CertificateFile(file).text()).orElse("");
            return new Upstream(place.host(), place.port(), place.user(), password, certificates);
        } catch (UnusableCertificatesException unusable) {
            throw new StageFailedException(
                    "source.replication.ca: " + unusable.getMessage() + ".",
                    "Let it name a PEM file with the certificates that sign the source's.");
        }
    }

    @Override
    public void create(StageLog log) {
        // because it is there
    }

    @Override
    public void drop(StageLog log) {
        // because it is not ours
    }

    @Override
    public boolean isMade(StageLog log) {
        return false;
    }
}
