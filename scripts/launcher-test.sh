#!/bin/sh
# Tests ./qiao itself: every wrong situation gets one clear line, and starts and stops are clean.
# Usage: launcher-test.sh REPORT.xml, after a build.
set -u

root=$(cd -- "$(dirname -- "$0")/.." && pwd -P)
report=$1
scratch=$(mktemp -d)
passed=0 failed=0 cases=""
port=$((20000 + $$ % 10000))
trap 'stop_all; rm -rf "$scratch"' EXIT

main() {
  missing_tools
  wrong_options
  simulating
  running
  write_report
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}

# --- What a machine may lack: on a copy that was never built. ---

missing_tools() {
  copy=$scratch/copy
  mkdir -p "$copy/scripts" "$copy/web" "$copy/postgres" "$copy/ledger" "$copy/server" \
    "$scratch/bin" "$scratch/old/bin" "$scratch/home"
  cp "$root/qiao" "$copy/"
  cp "$root"/scripts/*.sh "$copy/scripts/"
  cp "$root/pom.xml" "$copy/"
  echo "{}" >"$copy/web/package.json"
  for tool in sh sed cat find cksum sort tr ls tail mkdir rm mv dirname touch head; do
    ln -s "$(command -v "$tool")" "$scratch/bin/$tool"
  done
  printf 'JAVA_VERSION="17.0.1"\n' >"$scratch/old/release"
  printf '#!/bin/sh\n' >"$scratch/old/bin/javac"
  chmod +x "$scratch/old/bin/javac"

  refuses "no JDK at all" "JDK 25 is missing" bare JAVA_HOME= QIAO_JVM_FOLDER=/nowhere
  refuses "only an old JDK" "JDK 25 is missing" bare JAVA_HOME="$scratch/old" QIAO_JVM_FOLDER=/nowhere
  refuses "no Maven, and a JDK 25 beside an old one" "Maven is missing" \
    bare JAVA_HOME="$scratch/old" QIAO_JVM_FOLDER="$(dirname "$JAVA_HOME")"
  fake mvn 'echo "Apache Maven 3.6.3 (x)"'
  refuses "an old Maven" "Maven 3.6 is too old" bare JAVA_HOME="$JAVA_HOME"
  fake mvn 'echo "Apache Maven 3.9.9 (x)"'
  refuses "no npm" "npm is missing" bare JAVA_HOME="$JAVA_HOME"
  fake npm 'exit 1'
  fake node 'echo v20.1.0'
  refuses "an old Node and no network" "npm could not fetch Node 24" bare JAVA_HOME="$JAVA_HOME"
  rm -rf "$copy/.qiao"
  touch "$copy/.qiao"
  refuses "a checkout that cannot be written" ".qiao cannot be written" bare JAVA_HOME="$JAVA_HOME"
}

bare() {
  env -i PATH="$scratch/bin" HOME="$scratch/home" "$@" "$copy/qiao" run
}

fake() {
  printf '#!/bin/sh\n%s\n' "$2" >"$scratch/bin/$1"
  chmod +x "$scratch/bin/$1"
}

# --- What a person may mistype. ---

wrong_options() {
  refuses "an unknown verb" 'no "walk"' "$root/qiao" walk
  refuses "an unknown option" 'no option "--prot"' "$root/qiao" run --prot 1
  refuses "an option without its value" "--data needs a value" "$root/qiao" run --data
  refuses "a port that is no number" "--port needs a number" "$root/qiao" run --port=80a
  refuses "a port out of range" "--port needs a number" "$root/qiao" run --port 65536
  refuses "a certificate without its key" "needs both" "$root/qiao" run --tls-certificate "$root/qiao"
  refuses "a certificate that is not there" "cannot be read" \
    "$root/qiao" run --tls-certificate "$scratch/none.pem" --tls-key "$root/qiao"
  refuses "a list of parts without a folder" "needs the folder" "$root/qiao" sbom
  refuses "an option of another verb" 'no option "--fresh"' "$root/qiao" audit --fresh
  refuses "an audit of two things" "Choose one" "$root/qiao" audit --data=x --backup y
  refuses "an audit of a bare folder" "takes no folder" "$root/qiao" audit x
  refuses "an audit for a seal that is no hash" "needs the hash" "$root/qiao" audit --seal=x1
  refuses "a backup to nowhere" "needs the folder" "$root/qiao" backup
  refuses "two backups at once" "takes one folder" "$root/qiao" backup x y
  refuses "a restore from nowhere" "needs a backup's folder" "$root/qiao" restore
  refuses "a backup of a database given by its URL" "by its own tools" \
    env QIAO_DATABASE_URL=postgresql://qiao_app:x@127.0.0.1:1/qiao "$root/qiao" backup x
  refuses "a key step that there is not" "needs a step" "$root/qiao" key turn x
  refuses "a key without its file" "needs the key file" "$root/qiao" key new
  refuses "a benchmark of nothing" "bench measures" "$root/qiao" bench
  refuses "a benchmark of something else" "bench measures" "$root/qiao" bench web
  refuses "a wrong option of a benchmark" 'no option "--second"' "$root/qiao" bench ledger --second 1
  refuses "a benchmark without its number" "--seconds needs a number" "$root/qiao" bench ledger --seconds=ten
}

# --- The simulation, which is built for it. ---

simulating() {
  "$root/qiao" simulate 7 --commands 300 >"$scratch/first" 2>"$scratch/err"
  verdict "a simulation of one seed" ends_without_violations $? || cat "$scratch/first" "$scratch/err"
  "$root/qiao" simulate 7 --commands 300 >"$scratch/second" 2>&1
  grep -v "^Building" "$scratch/first" >"$scratch/expected"
  verdict "the same seed says the same" cmp -s "$scratch/expected" "$scratch/second"
  ended=0
  "$root/qiao" simulate --seeds 3 --plant double-apply >"$scratch/out" 2>&1 || ended=$?
  verdict "a simulation with a bug in it fails" [ "$ended" -eq 1 ]
  verdict "a violation says how it is seen again" \
    grep -Eqx "Again: ./qiao simulate [0-9]+ --plant double-apply" "$scratch/out"
  refuses "an unknown option of a simulation" 'no option "--speed"' "$root/qiao" simulate --speed 3
  refuses "no number of seeds" "A whole number is needed" "$root/qiao" simulate --seeds many
  refuses "an unknown bug to plant" "--plant needs one of" "$root/qiao" simulate --plant rose
}

ends_without_violations() {
  [ "$1" -eq 0 ] && [ ! -s "$scratch/err" ] &&
    tail -n 1 "$scratch/first" | grep -Eqx "simulate: 1 seeds, 300 commands, [0-9]+ % posted, 0 violations"
}

# --- What a server may meet: on the built one. ---

running() {
  data="$scratch/my data"
  refuses "a start without a key for personal data" "needs a key" \
    "$root/qiao" run --no-demo --port "$port" --data "$scratch/keyless"
  QIAO_VAULT_KEY_FILE=$scratch/key
  export QIAO_VAULT_KEY_FILE
  verdict "a key is made" "$root/qiao" key new "$QIAO_VAULT_KEY_FILE"
  refuses "a key where one is" "exists already" "$root/qiao" key new "$QIAO_VAULT_KEY_FILE"
  starts "a first start" --no-demo --port "$port" --data "$data"
  refuses "a taken port" "Port $port is taken" \
    "$root/qiao" run --port "$port" --data "$scratch/other"
  refuses "a data folder in use" "is in use by another Qiao" \
    "$root/qiao" run --no-demo --port $((port + 1)) --data "$data"
  refuses "a wipe of a data folder in use" "is in use by another Qiao" \
    "$root/qiao" run --no-demo --fresh --port $((port + 1)) --data "$data"

  audits "an audit beside a running server" "$root/qiao" audit --data "$data"
  audits "a backup while the server works" "$root/qiao" backup "$scratch/a backup" --data "$data"
  verdict "the server is not disturbed" kill -0 "$server"
  verdict "a key is added beside a running server" "$root/qiao" key add "$QIAO_VAULT_KEY_FILE"
  verdict "the added key is used" "$root/qiao" key use "$QIAO_VAULT_KEY_FILE"
  verdict "all is rewrapped" "$root/qiao" key rewrap "$QIAO_VAULT_KEY_FILE" --data "$data"
  stops_a_backup
  refuses "a backup where something is" "exists already" \
    "$root/qiao" backup "$scratch/a backup" --data "$data"
  refuses "a restore into a folder in use" "is in use by another Qiao" \
    "$root/qiao" restore "$scratch/a backup" --data "$data" --fresh

  postmaster=$(head -n 1 "$data/postgres/postmaster.pid")
  kill -9 "$server"
  verdict "a killed server leaves its database behind" kill -0 "$postmaster"
  starts "the next start recovers" --no-demo --port "$port" --data "$data"
  postmaster=$(head -n 1 "$data/postgres/postmaster.pid")
  began=$(date +%s)
  kill -TERM "$server"
  wait "$server" 2>/dev/null
  verdict "a stop takes less than 5 s" [ $(($(date +%s) - began)) -le 5 ]
  verdict "a stop leaves no database behind" is_gone "$postmaster"

  audits "an audit of a stopped folder" "$root/qiao" audit --data "$data"
  verdict "an audit leaves no database behind" [ ! -e "$data/postgres/postmaster.pid" ]
  audits "an audit of a backup" "$root/qiao" audit --backup "$scratch/a backup"
  audits "a restore" "$root/qiao" restore "$scratch/a backup" --data "$scratch/restored"
  refuses "a restore over data" "is not empty" \
    "$root/qiao" restore "$scratch/a backup" --data "$scratch/restored"
  audits "a restore over data that may go" \
    "$root/qiao" restore "$scratch/a backup" --data "$scratch/restored" --fresh
  rm "$scratch/a backup/passwords"
  refuses "a damaged backup" "is damaged" \
    "$root/qiao" restore "$scratch/a backup" --data "$scratch/restored" --fresh
  refuses "an audit of nothing" "There is no data in" "$root/qiao" audit --data "$scratch/nothing"
  starts "a server on restored data" --no-demo --port "$port" --data "$scratch/restored"
  kill -TERM "$server"
  wait "$server" 2>/dev/null

  "$JAVA_HOME/bin/java" "$root/server/src/test/java/dev/qiao/ThrowAwayCertificate.java" "$scratch"
  scheme=https
  starts "a server with a certificate" --no-demo --port "$port" --data "$scratch/restored" \
    --tls-certificate "$scratch/certificate.pem" --tls-key "$scratch/key.pem"
  scheme=http
  kill -TERM "$server"
  wait "$server" 2>/dev/null

  refuses "demo mode on data that is not" "not a demonstration" \
    "$root/qiao" run --port "$port" --data "$data"
  printf 'qiao=99\npostgresql=18\n' >"$data/format"
  refuses "a data folder of a newer version" "newer Qiao" \
    "$root/qiao" run --no-demo --port "$port" --data "$data"
  touch "$scratch/file"
  refuses "a data folder that cannot be written" "cannot be written" \
    "$root/qiao" run --port "$port" --data "$scratch/file/data"
  mkdir "$scratch/theirs" && touch "$scratch/theirs/thesis.txt"
  refuses "somebody else's folder" "no Qiao data folder" \
    "$root/qiao" run --fresh --port "$port" --data "$scratch/theirs"
  refuses "a database out of reach" "cannot be reached" \
    env QIAO_DATABASE_OWNER_URL=postgresql://qiao_owner:x@127.0.0.1:1/qiao \
    "$root/qiao" run --port "$port" --database-url postgresql://qiao_app:x@127.0.0.1:1/qiao
  refuses "a database without its owner" "QIAO_DATABASE_OWNER_URL is missing" \
    "$root/qiao" run --port "$port" --database-url postgresql://qiao_app:x@127.0.0.1:1/qiao
}

# Starts a server in the background, as $server, and waits until it says that it runs.
starts() {
  name=$1
  shift
  "$root/qiao" run "$@" >"$scratch/said" 2>&1 &
  server=$!
  waited=0
  until grep -q "localhost:$port/console/" "$scratch/said"; do
    waited=$((waited + 1))
    if ! kill -0 "$server" 2>/dev/null || [ "$waited" -gt 120 ]; then
      cat "$scratch/said"
      break
    fi
    sleep 1
  done
  verdict "$name" grep -q "${scheme:-http}://localhost:$port/console/" "$scratch/said"
}

stops_a_backup() {
  "$root/qiao" backup "$scratch/stopped" --data "$data" >/dev/null 2>&1 &
  backup=$!
  waited=0
  until [ -n "$(find "$scratch" -maxdepth 1 -name '.stopped.new-*')" ] || [ "$waited" -gt 600 ]; do
    waited=$((waited + 1))
    sleep 0.1
  done
  kill -TERM "$backup"
  ended=0
  wait "$backup" || ended=$?
  verdict "a stopped backup fails" [ "$ended" -ne 0 ]
  left=$(find "$scratch" -maxdepth 1 \( -name '*stopped*' -o -name '.qiao-audit-*' \))
  verdict "a stopped backup leaves nothing" [ -z "$left" ]
}

# A command that fails with one line, and nothing else, which has the text.
refuses() {
  name=$1 text=$2
  shift 2
  if "$@" >"$scratch/out" 2>"$scratch/err" </dev/null; then
    verdict "$name" false
    return
  fi
  # Saying what is being done is no failure line.
  verdict "$name" says_only "$text" || cat "$scratch/out" "$scratch/err"
}

# A command that succeeds, and whose last line is that of a clean audit.
audits() {
  name=$1
  shift
  "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
  verdict "$name" ends_clean $? || cat "$scratch/out" "$scratch/err"
}

ends_clean() {
  [ "$1" -eq 0 ] && [ ! -s "$scratch/err" ] &&
    tail -n 1 "$scratch/out" | grep -qx "audit: [0-9]* accounts, [0-9]* postings, 0 differences"
}

says_only() {
  [ "$(wc -l <"$scratch/err")" -eq 1 ] && grep -qF -- "$1" "$scratch/err"
}

# Ended; it may still be listed until its parent collects it, but has no program then.
is_gone() {
  ! kill -0 "$1" 2>/dev/null || ! ps -o args= -p "$1" | grep -qv defunct
}

verdict() {
  name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
    echo "ok     $name"
    cases="$cases<testcase name=\"$name\"/>"
  else
    failed=$((failed + 1))
    echo "FAILED $name"
    cases="$cases<testcase name=\"$name\"><failure/></testcase>"
    return 1
  fi
}

write_report() {
  printf '<testsuite name="launcher" tests="%d" failures="%d" errors="0" skipped="0">%s</testsuite>\n' \
    $((passed + failed)) "$failed" "$cases" >"$report"
}

stop_all() {
  [ -z "${server:-}" ] || kill "$server" 2>/dev/null
}

main
