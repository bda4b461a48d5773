#!/usr/bin/env bash
# The operator's story: the services of docker-compose.yml, run by hand with the settings that stand there, from an empty broker to
# verdicts in the dashboard's queries. Ends with an account of every record. Everything is in a temporary folder and on free ports, and is
# gone afterwards.
#
# Needs Prometheus (Debian: prometheus) and Apicurio (`mvn -P registries -pl streams dependency:unpack@apicurio-3.0`), besides what Assay needs.
# STORY_KEEP=1 keeps the folder.
set -euo pipefail
source "$(dirname "$0")/story.bash"

# service NAME: the lines of one service in the compose file.
service() { awk -v name="  $1:" '$0 == name { on = 1; next } on && /^(  )?[^ ]/ { exit } on' docker-compose.yml; }

# environment NAME: its variables as NAME=VALUE, where this machine has what the compose file has.
environment() {
    service "$1" | awk '/^    environment:/ { on = 1; next } on && /^    [^ ]/ { exit } on && /^      [A-Z]/' |
        sed -E 's/^ +([A-Z0-9_]+): *"?/\1=/; s/"? *( #.*)?$//' | here
}

here() {
    sed -e "s,kafka:19092,localhost:$broker,g; s,0.0.0.0:19092,127.0.0.1:$broker,; s,0.0.0.0:9092,127.0.0.1:$outside," \
        -e "s,localhost:9092,localhost:$outside,g; s,localhost:9093,localhost:$controller,g; s,/var/lib/kafka/data,$work/kafka," \
        -e "s,registry:8080,localhost:$registry,g; s,assay:8080,localhost:$http,g; s,/opt/assay/assay,$work/assay/assay,g"
}

# --- What is needed ---------------------------------------------------------------------------------------------------------
command -v prometheus > /dev/null || fail "Prometheus is missing; install it (Debian: prometheus)" "$lacking"
apicurio=$(ls streams/target/registries/apicurio-3.0*/*-runner.jar 2> /dev/null | head -n 1 || true)
[ -n "$apicurio" ] || fail "Apicurio is missing; fetch it: mvn -P registries -pl streams dependency:unpack@apicurio-3.0" "$lacking"
apicurio=$root/$apicurio
install_assay
broker=$(free_port) outside=$(free_port) controller=$(free_port) registry=$(free_port) http=$(free_port) prometheus=$(free_port)

# --- kafka: its image makes a configuration of the variables and formats the folder, then starts the server --------------------
echo "Kafka ..."
mkdir -p "$work/conf/from" "$work/conf/none" "$work/conf/to" "$work/kafka"
: > "$work/conf/from/server.properties"
printf 'Configuration: {Loggers: {Root: {level: WARN}}}\n' | tee "$work/conf/from/log4j2.yaml" > "$work/conf/from/tools-log4j2.yaml"
mapfile -t variables < <(environment kafka)
env "${variables[@]}" CLUSTER_ID=5L6g3nShT-eMCtK--X86sw java -cp "$work/assay/lib/*" kafka.docker.KafkaDockerWrapper setup \
    --default-configs-dir "$work/conf/from" --mounted-configs-dir "$work/conf/none" --final-configs-dir "$work/conf/to" > "$work/format.log" 2>&1
java -Xms256m -Xmx512m -cp "$work/assay/lib/*" kafka.Kafka "$work/conf/to/server.properties" > "$work/kafka.log" 2>&1 &
running+=($!)
await 60 "Kafka" bash -c "exec 3<> /dev/tcp/127.0.0.1/$broker"

# --- registry -------------------------------------------------------------------------------------------------------------------
echo "Apicurio ..."
mapfile -t variables < <(environment registry)
(cd "$(dirname "$apicurio")" && exec env "${variables[@]}" QUARKUS_HTTP_PORT="$registry" QUARKUS_HTTP_HOST=127.0.0.1 \
    java -Xmx256m -jar "$apicurio") > "$work/registry.log" 2>&1 &
running+=($!)
await 120 "Apicurio" curl -fsS -o /dev/null "http://localhost:$registry/apis/ccompat/v7/subjects"

# --- assay, with the command of the compose file ------------------------------------------------------------------------------
echo "Assay ..."
mapfile -t variables < <(environment assay)
export "${variables[@]}" ASSAY_HTTP_PORT="$http" ASSAY_STATE_DIR="$work/state"
command=$(service assay | sed -n 's/^    command: \[\(.*\)\]$/\1/p' | here)
sh -c "$command" > "$work/assay.log" 2>&1 &
running+=($!)
await 120 "Assay" curl -fsS -o /dev/null "http://localhost:$http/health/ready"

# --- prometheus -----------------------------------------------------------------------------------------------------------------
echo "Prometheus ..."
mkdir "$work/prometheus"
cp config/prometheus/alerts.yml "$work/prometheus/"
here < config/prometheus/prometheus.yml | sed 's/interval: 15s/interval: 1s/' > "$work/prometheus/prometheus.yml"
prometheus --config.file="$work/prometheus/prometheus.yml" --storage.tsdb.path="$work/prometheus/data" \
    --web.listen-address="127.0.0.1:$prometheus" > "$work/prometheus.log" 2>&1 &
running+=($!)
await 60 "Prometheus" curl -fsS -o /dev/null "http://localhost:$prometheus/-/ready"

# --- What an operator does first ----------------------------------------------------------------------------------------------
env ASSAY_HTTP_PORT=0 "$assay" doctor | tee "$work/doctor"
"$assay" sample | tee "$work/sample"
sent=$(sed -n 's/ records sent to .*//p' "$work/sample")
subjects=$("$assay" schemas list)
[[ $subjects == *assay.verdicts-value* ]] || fail "the registry has no schema of verdicts: $subjects"

# --- The dashboard's queries ----------------------------------------------------------------------------------------------------
query() { java -cp "$work/assay/lib/*" docs/stories/Dashboard.java "http://localhost:$prometheus" "$@"; }
counted() { metric "http://localhost:$http" "assay_$1"; }
is_done() { [ $(($(counted emit_verdicts_total) + $(counted emit_dead_letters_total) + $(counted ingest_tombstones_total))) -ge "$sent" ]; }
await 240 "an outcome for each of $sent records" is_done
query config/grafana/dashboards/assay.json

# --- The account --------------------------------------------------------------------------------------------------------------
verdicts=$(counted emit_verdicts_total) dead=$(counted emit_dead_letters_total) tombstones=$(counted ingest_tombstones_total)
flagged=$(counted 'emit_answers_total{decision="FLAGGED",question="MACHINE"')
[ "$sent" = "$(counted ingest_records_total)" ] || fail "$sent records sent, $(counted ingest_records_total) read"
[ "$sent" = $((verdicts + dead + tombstones)) ] || fail "$sent records: $verdicts verdicts, $dead dead letters, $tombstones tombstones"
[ "$flagged" -gt 0 ] || fail "no verdict says FLAGGED"
echo "$sent records: $verdicts verdicts, of which $flagged flagged; $dead dead letters, $tombstones tombstones."
