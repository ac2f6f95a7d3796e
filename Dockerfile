# migrate in a small image: docker build -t migrate . && docker run --rm -v "$PWD":/plans migrate run plan.yaml
# Needs nothing newer than Docker 20.10, and no BuildKit.

FROM debian:bookworm-slim AS build
# The JDK's package fails to install where there is no directory for its manual pages.
RUN mkdir -p /usr/share/man/man1 \
    && apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven \
    && rm -rf /var/lib/apt/lists/*

# The runtime comes first: it changes less often than our sources do. The modules are what
# jdeps --print-module-deps says of the jar (java.desktop for SnakeYAML's java.beans), and
# elliptic curves, without which TLS finds no common cipher. The class archive makes starting fast.
RUN jlink --output /opt/migrate/runtime \
        --add-modules java.base,java.desktop,java.management,java.naming,java.security.sasl,java.sql,jdk.crypto.ec \
        --strip-java-debug-attributes --no-header-files --no-man-pages \
    && /opt/migrate/runtime/bin/java -Xshare:dump >/dev/null

WORKDIR /build
COPY . .
# Tests, their servers and the format are the business of scripts/test.
RUN mvn --batch-mode --quiet -Dmaven.test.skip=true -Dmdep.skip=true -Dspotless.check.skip=true package \
    && install -D -m 644 -t /opt/migrate/lib target/migrate.jar \
    && install -D -m 755 -t /opt/migrate/bin scripts/migrate \
    && install -m 644 LICENSE /opt/migrate/

FROM debian:bookworm-slim
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ca-certificates mydumper \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 1000 --create-home migrate \
    && install -d -o migrate -g migrate /plans
COPY --from=build /opt/migrate /opt/migrate
RUN ln -s /opt/migrate/bin/migrate /usr/local/bin/migrate
ENV JAVA_HOME=/opt/migrate/runtime

USER migrate
# Plans are read here, and the work directories of their runs (journal, dump) are written here.
WORKDIR /plans
VOLUME /plans
ENTRYPOINT ["migrate"]
CMD ["--help"]
