#!/bin/sh
# Reading, checking, laying out and importing one long text and texts of nothing but marks, whole
# processes: wall-clock and CPU time, memory, and memory beyond the program's own for each byte.
# The long text is UU 11/2020 where the corpus is at hand, else what is given.
# `texts.sh [BINARY] [RUNS] [TEXT]`
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
binary=${1:-$root/.build/release/naskah}
runs=${2:-5}
long=${3:-$root/../shared/corpus/laws/md-uu-2020-011.md}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cc -O2 -o "$folder/run" "$root/Benchmarks/cost.c"

# A list item in each line, and no words to speak of: `marks FORMAT`
marks() { awk -v form="$1" 'BEGIN { print "Pasal 1"; for (i = 0; i < 51000; i++) printf form, i % 9 + 1 }'; }

median() { sort -n | awk '{ a[NR] = $1 } END { print (a[int((NR + 1) / 2)] + a[int(NR / 2) + 1]) / 2 }'; }

# Sets wall, cpu and memory to the medians of running the program with these words.
run() {
  rm -f "$folder/ms"
  i=0
  while [ "$i" -lt "$runs" ]; do
    "$folder/run" "$binary" "$@" >> "$folder/ms"
    i=$((i + 1))
  done
  wall=$(cut -d' ' -f1 "$folder/ms" | median)
  cpu=$(cut -d' ' -f2 "$folder/ms" | median)
  memory=$(cut -d' ' -f3 "$folder/ms" | median)
}

measure() {
  name=$1 text=$2
  shift 2
  [ -f "$text" ] || return 0
  run "$@" "$text"
  awk -v name="$name" -v size="$(wc -c < "$text")" -v wall="$wall" -v cpu="$cpu" \
    -v memory="$memory" -v base="$base" 'BEGIN {
    printf "%-26s %7.0f %8.1f %8.1f %6.0f %8.1f\n", name, size / 1e3, wall, cpu, memory / 1e3,
      (memory - base) * 1024 / size
  }'
}

run --version
base=$memory
printf 'medians of %d runs; load: %s\n' "$runs" "$(uptime | sed 's/.*average: //')"
printf '%-26s %7s %8s %8s %6s %8s\n' '' KB wall cpu MB 'B/byte'
awk -v wall="$wall" -v cpu="$cpu" -v memory="$memory" 'BEGIN {
  printf "%-26s %7s %8.1f %8.1f %6.0f\n", "start-up", "", wall, cpu, memory / 1e3
}'
measure 'long text, outline' "$long" outline
measure 'long text, check' "$long" check
measure 'long text, fmt' "$long" fmt --stdout
measure 'long text, import' "$long" import --stdout
marks '(%d) aa.\n' > "$folder/ayat"
marks '%d. a.\n' > "$folder/angka"
for form in ayat angka; do
  measure "51,000 $form, fmt" "$folder/$form" fmt --stdout
  measure "51,000 $form, import" "$folder/$form" import --stdout
done
