#!/usr/bin/env bash
# The platform engineer's story: rows of an existing PostgreSQL table become text events (Debezium and ToTextEvent in a Connect
# worker), Assay judges them, the flagged ones reach a review tool by webhook, and all verdicts stand in files. Ends with an
# account of every row. Everything is in a temporary folder and on free ports, and is gone afterwards.
#
# Needs PostgreSQL's server programs (Debian: postgresql), besides what Assay needs. STORY_KEEP=1 keeps the folder.
set -euo pipefail
source "$(dirname "$0")/story.bash"

at_end() { [ ! -f "$work/db/postmaster.pid" ] || as_db pg_ctl -s -D "$work/db" -m immediate stop; }

# --- What is needed ---------------------------------------------------------------------------------------------------------
postgres=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2> /dev/null | sort -V | tail -n 1 || true)
if [ -z "$postgres" ]; then
    command -v initdb > /dev/null || fail "PostgreSQL's server programs are missing; install them (Debian: postgresql)" "$lacking"
    postgres=$(dirname "$(command -v initdb)")
fi
if [ "$(id -u)" = 0 ]; then as_db() { (cd / && runuser -u postgres -- "$postgres/$@"); }; else as_db() { "$postgres/$@"; }; fi

echo "Assay, its plugins and a Connect worker ..."
install_assay
newest_zip() { find connectors/target -maxdepth 1 -name 'assay-connectors-*.zip' 2> /dev/null | sort -V | tail -n 1; }
zip=$(newest_zip || true)
if [ -z "$zip" ] || [ -n "$(find connectors/src/main connectors/etc connectors/pom.xml schemas/src/main -newer "$zip" | head -n 1)" ]; then
    mvn -q -B -DskipTests '-P!gates' -pl connectors -am package
    zip=$(newest_zip)
fi
# With a Kafka distribution: its bin/connect-standalone.sh, and Debezium's archive unpacked into plugin.path.
fetch_worker() { mvn -q -B '-P!gates' -f docs/stories/worker.xml -Dto="$work/connect" package; }
fetch_worker || fetch_worker
(cd "$work/connect/plugins" && jar xf "$root/$zip")

# --- The existing system: a database with a table of posts -------------------------------------------------------------------
echo "A database with a table of posts ..."
export DB_HOST=127.0.0.1 DB_NAME=postgres DB_USER=assay DB_PASSWORD=story-password
mkdir "$work/db"
printf '%s\n' "$DB_PASSWORD" > "$work/password"
if [ "$(id -u)" = 0 ]; then chmod 711 "$work"; chown postgres "$work/db" "$work/password"; fi
as_db initdb -D "$work/db" -U assay -A scram-sha-256 --pwfile="$work/password" -E UTF8 --no-sync > "$work/initdb.log"
start_database() {
    DB_PORT=$(free_port)
    export DB_PORT
    as_db pg_ctl -s -w -D "$work/db" -l "$work/db/server.log" \
        -o "-p $DB_PORT -h 127.0.0.1 -k '$work/db' -c wal_level=logical -c fsync=off" start
}
# A port that was free may be taken by the time it is used.
start_database || start_database || fail "PostgreSQL does not start: $(tail -n 5 "$work/db/server.log")"
sql() {
    PGPASSWORD=$DB_PASSWORD PGOPTIONS='-c client_min_messages=warning' "$postgres/psql" -qtAX -v ON_ERROR_STOP=1 \
        -h 127.0.0.1 -p "$DB_PORT" -U assay postgres "$@"
}
sql << SQL
create table posts (id text primary key, author text, title text, body text, category text, written_at timestamptz not null default now());
create table sample (line text);
\copy sample from '$root/streams/src/main/resources/dev/assay/streams/demo/sample-stream.jsonl' with (format csv, quote e'\x01', delimiter e'\x02')
create view labelled as select line::json ->> 'id' as id, line::json ->> 'source' as author, line::json ->> 'text' as body,
    line::json ->> 'domain' as category, line::json ->> 'label' as label from sample where line like '%"domain": "news", "label": "%' or line like '%"domain": "stories", "label": "%';
insert into posts (id, author, body, category) select id, author, body, category from labelled where id < 'sample-30';
insert into posts (id, author) values ('no-text', 'nobody');
SQL

# --- Assay ------------------------------------------------------------------------------------------------------------------
echo "A broker and Assay ..."
"$assay" broker --port 0 --dir "$work/broker" > "$work/broker.out" 2> "$work/broker.log" &
running+=($!)
await 120 "the broker" grep -q : "$work/broker.out"
brokers=$(cat "$work/broker.out")
"$assay" topics create --set bootstrap.servers="$brokers" > /dev/null
"$assay" run --set bootstrap.servers="$brokers" --set state.dir="$work/state" --set http.port=0 > "$work/assay.log" 2>&1 &
running+=($!)
await 120 "Assay" grep -q 'metrics on http' "$work/assay.log"

# --- The review tool, and the Connect worker that joins it all ----------------------------------------------------------------
echo "A review tool and a Connect worker ..."
export WEBHOOK_SECRET=story-secret VERDICT_FOLDER=$work/verdicts
java docs/stories/ReviewTool.java "$work/reviewed.jsonl" > "$work/review-tool.log" 2>&1 &
running+=($!)
await 120 "the review tool" grep -q '^http' "$work/review-tool.log"
WEBHOOK_URL=$(cat "$work/review-tool.log")
export WEBHOOK_URL
cat > "$work/worker.properties" << PROPERTIES
offset.flush.interval.ms=2000
bootstrap.servers=$brokers
key.converter=org.apache.kafka.connect.json.JsonConverter
value.converter=org.apache.kafka.connect.json.JsonConverter
offset.storage.file.filename=$work/offsets
listeners=http://127.0.0.1:$(free_port)
plugin.path=$work/connect/plugins
plugin.discovery=service_load
config.providers=env
config.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider
config.providers.env.param.allowlist.pattern=(DB|JDBC|INPUT|WEBHOOK|COOP|VERDICT)_.*
PROPERTIES
cat > "$work/connect/logback.xml" << 'LOGBACK'
<configuration>
  <appender name="out" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%d %p %c %m%n</pattern></encoder></appender>
  <root level="INFO"><appender-ref ref="out"/></root>
</configuration>
LOGBACK
etc=$(ls -d "$work"/connect/plugins/assay-connectors-*/etc)
sed 's/^file.max.ms=.*/file.max.ms=2000/' "$etc/verdict-files.properties" > "$work/verdict-files.properties" # the account is soon
java -Xmx256m -cp "$work/connect:$work/connect/libs/*" org.apache.kafka.connect.cli.ConnectStandalone "$work/worker.properties" \
    "$etc/debezium-postgres.properties" "$etc/webhook.properties" "$work/verdict-files.properties" > "$work/worker.log" 2>&1 &
worker=$!
running+=($worker)

# --- Rows that come while all is running --------------------------------------------------------------------------------------
status=$(sed -n 's,.*metrics on \(http://[^/]*\)/.*,\1,p' "$work/assay.log" | head -n 1)
at_least() { [ "$(metric "$status" "$1")" -ge "$2" ]; }
await 120 "the first verdict" at_least assay_emit_verdicts_total 1
sql -c "insert into posts (id, author, body, category) select id, author, body, category from labelled where id >= 'sample-30'"
sql -c "delete from posts where id = 'no-text'"
rows=$(sql -c "select count(*) from posts")
await 240 "verdicts on all $rows posts" at_least assay_emit_verdicts_total "$rows"
flagged=$(metric "$status" 'assay_emit_answers_total{decision="FLAGGED",question="MACHINE"')
reviewed() { [ "$(grep -c . "$work/reviewed.jsonl")" -ge "$flagged" ]; }
await 120 "the review tool to have all $flagged flagged posts" reviewed
# A worker that was stopped seconds after its start did not end, and was killed before it had written a file.
kept() { [ "$(cat "$work"/verdicts/*.gz | gzip -dc | grep -c .)" -ge "$rows" ]; }
await 120 "all $rows verdicts in files" kept
stop "$worker"

# --- The account --------------------------------------------------------------------------------------------------------------
ids() { grep -o '"event_id":"[^"]*"' | cut -d '"' -f 4 | sort; }
cat "$work"/verdicts/*.gz | gzip -dc > "$work/verdicts.jsonl"
ids < "$work/verdicts.jsonl" > "$work/judged"
grep '"machine":{[^}]*"decision":"FLAGGED"' "$work/verdicts.jsonl" | ids > "$work/flagged"
ids < "$work/reviewed.jsonl" > "$work/reviewed"
sql -c "select id from posts" | sort > "$work/posts"
cmp -s "$work/posts" "$work/judged" || fail "posts and verdicts differ: $(diff "$work/posts" "$work/judged" | head -n 5)"
[ -s "$work/flagged" ] || fail "no verdict says FLAGGED"
cmp -s "$work/flagged" "$work/reviewed" || fail "flagged verdicts and reviewed ones differ: $(diff "$work/flagged" "$work/reviewed" | head -n 5)"
for secret in "$DB_PASSWORD" "$WEBHOOK_SECRET" "$(sql -c "select substr(body, 1, 40) from posts limit 1")"; do
    ! grep -qF -- "$secret" "$work"/*.log || fail "a secret or a text stands in a log"
done
by_machine=$(sql -c "select count(*) from labelled where label = 'machine' and id in ($(sed "s/.*/'&'/" "$work/reviewed" | paste -sd,))")
echo "$rows posts, $(grep -c . "$work/judged") verdicts, $(grep -c . "$work/flagged") flagged, $(grep -c . "$work/reviewed") at the review tool; a machine wrote $by_machine of these."
