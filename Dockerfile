# syntax=docker/dockerfile:1
# Two images: `assay` (the last, thus the default) and `connect`, Kafka's own with Assay's plugins.

FROM maven:3.9.11-eclipse-temurin-17@sha256:e4a7ace3dc0d645ed97f8d9ad0b0d3f0b14fa8d150138f27f116d7105a639b82 AS build
WORKDIR /src
COPY .mvn .mvn
COPY pom.xml dependencies-lock.json assay LICENSE NOTICE ./
COPY schemas schemas
COPY detectors detectors
COPY connectors connectors
COPY streams streams
# Libraries are kept in a mount between builds, so a changed source fetches nothing again, whatever is copied before it.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -q -B -ntp -Dmaven.test.skip=true '-P!gates' -pl streams,connectors -am package \
    && install -D -t /opt/assay assay \
    && install -D -m 644 -t /opt/assay/lib streams/target/assay-streams.jar streams/target/lib/*.jar \
    && install -D -m 644 -t /opt/assay streams/target/bom.json \
    && mkdir -p /opt/plugins && cd /opt/plugins && jar xf /src/connectors/target/assay-connectors-*.zip

# A step of its own: what the program is made of does not depend on whether a model is baked in.
FROM build AS model
ARG BAKE_MODEL=false
# The model as it was fetched (98 MB) stays in the mount; the image gets what was made of it.
RUN --mount=type=cache,target=/var/lib/assay/sources \
    if [ "$BAKE_MODEL" = true ]; then ASSAY_CACHE=/var/lib/assay /opt/assay/assay models pull; fi

FROM apache/kafka:4.3.1@sha256:77e3df9054047a88b520d0cc46e16696d3b22022e1d580aeccd2632df6532837 AS connect
USER root
RUN mkdir -p /data/in /data/verdicts && chown -R appuser:appuser /data
USER appuser
COPY --from=build /opt/plugins /opt/connect/plugins

FROM eclipse-temurin:17.0.16_8-jre-jammy@sha256:e90fd2b084488c0ffdd22610d44c1579e63b585c7fb83489fd815c0dc5b4e1f7 AS assay
RUN useradd --system --uid 10001 --user-group --home-dir /var/lib/assay --shell /usr/sbin/nologin assay
COPY --from=build /opt/assay /opt/assay
# A new volume begins as a copy of this folder: owner and, where it is baked in, model.
COPY --from=model --chown=assay:assay /var/lib/assay /var/lib/assay
ENV PATH=/opt/assay:$PATH \
    ASSAY_CACHE=/var/lib/assay \
    ASSAY_HTTP_HOST=0.0.0.0 \
    ASSAY_HTTP_PORT=8080
USER assay
WORKDIR /var/lib/assay
VOLUME /var/lib/assay
EXPOSE 8080
# Ready when partitions are assigned; the first start may have a model to fetch and import.
HEALTHCHECK --interval=30s --timeout=5s --start-period=15m --start-interval=3s --retries=4 \
    CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8080/health/ready"]
# Exec form, and the script replaces itself by Java: SIGTERM reaches it and stops it cleanly.
ENTRYPOINT ["/opt/assay/assay"]
CMD ["run"]
