#!/bin/sh
# Kills the program at random moments until it was hit so many times, and looks at what is left:
# `crash.sh PROGRAM [TIMES]`.
#
# Every command that said it recorded something must be found to have done so, the repository must
# be sound (`git fsck`), and no lock may hinder the next command. Exits 1 at the first fault.
set -eu
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
times=${2:-1000}
here=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME="$folder" GIT_CONFIG_NOSYSTEM=1
git config --global user.name Uji
git config --global user.email uji@example.org
git config --global init.defaultBranch main
"$program" init bench --drafts "$here/Drafts" >/dev/null
git init -q --bare host.git
cd bench
git remote add origin ../host.git
"$program" comment add pekat@1 -m 'Masukan pertama' --format json >/dev/null
"$program" sync >/dev/null 2>&1 || true

# Sets `random` to a number below $1; POSIX sh has no $RANDOM.
seed=${SEED:-7}
roll() {
  seed=$(( (seed * 1103515245 + 12345) % 2147483648 ))
  random=$(( (seed / 65536) % $1 ))
}

# The command of a round, which says something only when it is done.
run() {
  case $(( $1 % 8 )) in
    0) i=0
      { echo masukan,nama; while [ $i -lt 300 ]; do echo "Baris $i dari berkas $1,Orang $i"; i=$((i + 1)); done; } > ../rows.csv
      exec "$program" comment import ../rows.csv --draft pekat --format json ;;
    1) echo "Baris tambahan $1" >> Drafts/pekat/naskah.txt
      exec "$program" commit -m "Putaran $1" --format json ;;
    2) exec "$program" sync --format json ;;
    3) rm -f .git/naskah/index.sqlite; exec "$program" status --format json ;;
    *) exec "$program" comment add pekat@1 -m "Putaran $1" --name "Orang $1" --format json ;;
  esac
}

# About how long the command of a round takes, in milliseconds.
length() {
  case $(( $1 % 8 )) in
    0 | 3) echo 240 ;;
    1 | 2) echo 150 ;;
    *) echo 50 ;;
  esac
}

fail() { echo "crash.sh: round $round: $1" >&2; exit 1; }

# What was killed must not hinder what comes next.
works() {
  "$program" comment add pekat@1 -m "Sesudah $1" >/dev/null 2> ../complained \
    || fail "$(cat ../complained)"
  echo "Sesudah $1" >> Drafts/pekat/naskah.txt
  "$program" commit -m "Sesudah $1" >/dev/null 2> ../complained || fail "$(cat ../complained)"
}

round=0 killed=0 said=0
: > ../acknowledged
: > ../commits
: > ../files
while [ $killed -lt "$times" ]; do
  round=$((round + 1))
  ( run $round ) > ../said 2> ../complained &
  pid=$!
  roll "$(length $round)"
  sleep "0.$(printf %03d $random)"
  kill -9 $pid 2>/dev/null || true
  status=0
  wait $pid 2>/dev/null || status=$?
  if [ $status = 137 ]; then killed=$((killed + 1)); fi
  if [ -s ../said ]; then
    said=$((said + 1))
    case $((round % 8)) in
      0) grep -q '"imported":300' ../said && echo "berkas $round" >> ../files ;;
      1) grep -q '"commit"' ../said && git rev-parse HEAD >> ../commits ;;
      2 | 3) ;;
      *) grep -q '"id"' ../said && echo "Putaran $round" >> ../acknowledged ;;
    esac
  fi
  if [ $((round % 50)) = 0 ]; then
    complaints=$(git fsck --connectivity-only --no-dangling 2>&1) || fail "$complaints"
    works "$round"
  fi
done
works akhir
complaints=$(git fsck --no-dangling 2>&1) || fail "$complaints"
[ -z "$(echo "$complaints" | grep -v '^notice\|^Checking' || true)" ] || fail "$complaints"
"$program" verify > ../verified 2>&1 || fail "$(cat ../verified)"
"$program" comment list --format json > ../list
while read -r text; do
  grep -qF "\"$text\"" ../list || fail "lost: $text"
done < ../acknowledged
while read -r text; do
  [ "$(grep -oF "dari $text\"" ../list | wc -l)" = 300 ] || fail "lost of $text"
done < ../files
while read -r commit; do
  git merge-base --is-ancestor "$commit" HEAD || fail "lost commit $commit"
done < ../commits
if find .git -name '*.lock' | grep -q .; then
  fail "a lock is left: $(find .git -name '*.lock')"
fi
echo "$round rounds, $killed killed, $said done before that; $(wc -l < ../acknowledged) comments," \
  "$(wc -l < ../files) files and $(wc -l < ../commits) revisions acknowledged, none lost"
