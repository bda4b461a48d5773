# What the stories share: a temporary folder, processes that are stopped at the end, and waiting with an end to it. Sourced.
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
root=$PWD
story=$(basename "$0" .sh)
work=$(mktemp -d "${TMPDIR:-/tmp}/assay-$story.XXXXXX")
running=()

readonly lacking=77 # what a story ends with where something that it needs is missing; no command of it ends so

# fail WHY [STATUS]
fail() {
    echo "$story story: $1" >&2
    exit "${2:-1}"
}

# stop PROCESS: asks it to end, and does not wait for ever.
stop() {
    local end=$((SECONDS + 30))
    kill "$1" 2> /dev/null || return 0
    while kill -0 "$1" 2> /dev/null; do
        if [ $SECONDS -ge $end ]; then kill -9 "$1" 2> /dev/null || true; fi
        sleep 0.1
    done
}

# clean_up: stops what runs, the last first, and does what the story has in at_end; a story that failed shows its logs.
clean_up() {
    status=$?
    trap - EXIT
    for ((i = ${#running[@]} - 1; i >= 0; i--)); do stop "${running[i]}"; done
    ! declare -F at_end > /dev/null || at_end || true
    if [ $status -ne 0 ] && [ $status -ne $lacking ]; then tail -n 20 "$work"/*.log >&2 || true; fi
    if [ -n "${STORY_KEEP:-}" ]; then echo "kept: $work" >&2; else rm -rf "$work"; fi
    exit $status
}
trap clean_up EXIT

# await SECONDS WHAT COMMAND…: until the command succeeds.
await() {
    local end=$((SECONDS + $1)) what=$2
    shift 2
    until "$@" > /dev/null 2>&1; do
        [ $SECONDS -lt $end ] || fail "waited too long for $what"
        sleep 0.3
    done
}

free_port() {
    local port
    while port=$((20000 + RANDOM % 12000)); (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do :; done
    echo "$port"
}

# install_assay: a copy, so that a build meanwhile does no harm; without a pom.xml beside it the launcher takes what is in lib/.
install_assay() {
    ./assay models pull > /dev/null
    mkdir -p "$work/assay/lib"
    cp assay "$work/assay/"
    cp streams/target/assay-streams.jar streams/target/lib/*.jar "$work/assay/lib/"
    assay=$work/assay/assay
}

# metric URL NAME: the sum of the meters whose name and tags begin so.
metric() { curl -sf --max-time 10 "$1/metrics" | awk -v name="$2" 'index($1, name) == 1 { sum += $2 } END { print sum + 0 }'; }
