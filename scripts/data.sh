# shellcheck shell=sh
# The verbs on data: audit, backup, restore, key. Expects tools.sh, build.sh, absolute, $root and $work.
# shellcheck disable=SC2154

# shellcheck disable=SC2086 # $seal is nothing, or an option.
audit() {
  read_options "audit" "$@"
  case ${data:+x}${backup:+x}${url:+x} in
    xx*) refuse "Choose one of --data, --backup and --database-url." ;;
  esac
  if [ -n "$backup" ]; then
    maintain audit --backup="$(absolute "$backup")" $seal
  fi
  [ -z "$url" ] || export QIAO_DATABASE_URL="$url"
  if [ -n "${QIAO_DATABASE_URL:-}" ] && [ -z "$data" ]; then
    maintain audit $seal
  fi
  maintain audit --data="$(absolute "${data:-$work/data}")" $seal
}

back_up() {
  read_options "backup" "$@"
  [ -n "$folder" ] || refuse "./qiao backup needs the folder to make: see ./qiao help."
  refuse_url
  maintain backup --data="$(absolute "${data:-$work/data}")" --to="$(absolute "$folder")"
}

restore() {
  read_options "restore" "$@"
  [ -n "$folder" ] || refuse "./qiao restore needs a backup's folder: see ./qiao help."
  refuse_url
  # shellcheck disable=SC2086 # Nothing, or an option.
  maintain restore --data="$(absolute "${data:-$work/data}")" --from="$(absolute "$folder")" $fresh
}

# The steps by which keys are made and exchanged: a step, a file, and for the last two a database.
key() {
  step=${1:-}
  case $step in
    new | add | use | seal | rewrap | retire) shift ;;
    *) refuse "./qiao key needs a step: new, add, use, seal, rewrap or retire; see ./qiao help." ;;
  esac
  case ${1:-} in
    "" | --*) refuse "./qiao key $step needs the key file: see ./qiao help." ;;
  esac
  file=$(absolute "$1")
  shift
  data="" url=""
  while [ $# -gt 0 ]; do
    [ -n "${2:-}" ] || refuse "$1 needs a value: see ./qiao help."
    case $step$1 in
      rewrap--data | retire--data) data=$2 ;;
      rewrap--database-url | retire--database-url) url=$2 ;;
      *) refuse "There is no option \"$1\": see ./qiao help." ;;
    esac
    shift 2
  done
  if [ -n "$data" ]; then
    unset QIAO_DATABASE_URL
  elif [ -n "$url" ]; then
    export QIAO_DATABASE_URL="$url"
  fi
  maintain key --step="$step" --file="$file" --data="$(absolute "${data:-$work/data}")"
}

# Sets $folder, $data, $backup, $url, $seal and $fresh, each empty unless given and fit for the verb.
read_options() {
  verb=$1 folder="" data="" backup="" url="" seal="" fresh=""
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --*=*)
        option=${1%%=*} value=${1#*=}
        shift
        set -- "$option" "$value" "$@"
        ;;
    esac
    case $verb$1 in
      *--data | audit--backup | audit--seal | *--database-url)
        [ -n "${2:-}" ] || refuse "$1 needs a value: see ./qiao help."
        ;;
    esac
    case $verb$1 in
      *--data) data=$2 && shift ;;
      audit--backup) backup=$2 && shift ;;
      audit--seal)
        case $2 in *[!0-9a-fA-F]*) refuse "--seal needs the hash of a seal, not \"$2\"." ;; esac
        seal=--seal=$2 && shift
        ;;
      *--database-url) url=$2 && shift ;;
      restore--fresh) fresh=--fresh ;;
      *--*) refuse "There is no option \"$1\": see ./qiao help." ;;
      audit*) refuse "./qiao audit takes no folder without --data or --backup: see ./qiao help." ;;
      *)
        [ -z "$folder" ] || refuse "./qiao $verb takes one folder: see ./qiao help."
        folder=$1
        ;;
    esac
    shift
  done
}

# A folder that is named wins over a database that the environment names.
refuse_url() {
  if [ -n "$url" ] || [ -z "$data" ] && [ -n "${QIAO_DATABASE_URL:-}" ]; then
    refuse "A database given by its URL is backed up and restored by its own tools, such as pg_basebackup."
  fi
}

# Takes this shell's place, so that signals reach the program itself.
maintain() {
  find_java
  build
  # shellcheck disable=SC2046 # Several options.
  exec "$JAVA_HOME/bin/java" $(java_options) \
    -cp "$app/qiao.jar" dev.qiao.maintenance.Maintenance "$@"
}
