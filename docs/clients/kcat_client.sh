#!/usr/bin/env bash
# Publishes an event in JSON with kcat and reads its verdict in Avro. Usage: kcat_client.sh BOOTSTRAP_SERVERS REGISTRY_URL [TOPIC_PREFIX]
# A kcat that was built with Avro decodes the verdict itself (-s value=avro). Debian's was not: there kcat takes the verdict's bytes off the
# topic and avro_to_json.py, run by $PYTHON (python3 unless set), decodes them.
set -euo pipefail
bootstrap=$1 registry=$2 prefix=${3:-assay.}
here=$(cd "$(dirname "$0")" && pwd)
patience=120 # seconds

key=kcat-$RANDOM-$$
text=$(printf 'Once upon a time there was a little girl who liked to play outside with her dog. %.0s' 1 2 3 4 5 6 7 8)
printf '{"id": "%s", "text": "%s", "language": "en"}\n' "$key" "$text" |
    kcat -P -b "$bootstrap" -t "${prefix}text-events" -k "$key"

read_verdicts() { kcat -C -q -b "$bootstrap" -t "${prefix}verdicts" -X isolation.level=read_committed "$@"; }

# A verdict has its event's key. The whole topic is looked through until it is there.
place=
while [ -z "$place" ]; do
    [ "$SECONDS" -lt "$patience" ] || { echo "kcat: no verdict on $key within $patience s" >&2 && exit 1; }
    place=$(read_verdicts -e -o beginning -f '%k %p %o\n' | sed -n "s/^$key //p")
done
partition=${place% *} offset=${place#* }

if kcat -V | grep -q Avro; then
    verdict=$(read_verdicts -p "$partition" -o "$offset" -c 1 -s value=avro -r "$registry")
else
    echo "kcat: built without Avro, so avro_to_json.py decodes the verdict"
    verdict=$(read_verdicts -p "$partition" -o "$offset" -c 1 -D '' -f '%s' | "${PYTHON:-python3}" "$here/avro_to_json.py" "$registry")
fi
printf 'kcat: %s\n' "$verdict"
case $verdict in
    *"$key"*'"MACHINE": {'*'"decision": '*) ;;
    *) echo "kcat: that is no verdict on $key" >&2 && exit 1 ;;
esac
