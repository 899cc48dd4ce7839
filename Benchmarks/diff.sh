#!/bin/sh
# `naskah diff --no-index A B` beside `git diff --no-index --word-diff A B`, whole processes, in
# turns: medians of wall-clock and CPU time, the largest memory, and naskah's part of git's time.
# The texts are made from the sample drafts; a pair of one's own may follow.
# `diff.sh [BINARY] [RUNS] [OLD NEW]`
set -eu

binary=${1:-.build/release/naskah}
runs=${2:-9}
here=$(dirname "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cc -O2 -o "$folder/run" "$here/cost.c"

. "$here/acts.sh"

# Words that hardly recur, on one line or in sentences: `words SEED COUNT PER_LINE`
words() {
  awk -v seed="$1" -v count="$2" -v per="$3" 'BEGIN {
    srand(seed)
    printf "Pasal 1\n"
    for (i = 1; i <= count; i++)
      printf "%s%d%s", "kata", rand() * 5000, per && i % per == 0 ? ".\n" : " "
    printf "\n"
  }'
}

median() { sort -n | awk '{ a[NR] = $1 } END { print (a[int((NR + 1) / 2)] + a[int(NR / 2) + 1]) / 2 }'; }

measure() {
  name=$1 old=$2 new=$3
  rm -f "$folder/naskah.ms" "$folder/git.ms"
  i=0
  while [ "$i" -lt "$runs" ]; do
    "$folder/run" "$binary" diff --no-index "$old" "$new" >> "$folder/naskah.ms"
    "$folder/run" git diff --no-index --word-diff "$old" "$new" >> "$folder/git.ms"
    i=$((i + 1))
  done
  for column in 1 2 3; do
    eval "n$column=$(cut -d' ' -f$column "$folder/naskah.ms" | median)"
    eval "g$column=$(cut -d' ' -f$column "$folder/git.ms" | median)"
  done
  # shellcheck disable=SC2154
  awk -v name="$name" -v size="$(wc -c < "$new")" -v a="$n1" -v b="$n2" -v c="$n3" \
    -v x="$g1" -v y="$g2" -v z="$g3" 'BEGIN {
    printf "%-26s %7.0f %8.1f %8.1f %6.0f %8.1f %8.1f %6.0f %7.2f %7.2f\n", name, size / 1e3,
      a, b, c / 1e3, x, y, z / 1e3, a / x, b / y
  }'
}

printf 'medians of %d runs; load: %s\n' "$runs" "$(uptime | sed 's/.*average: //')"
printf '%-26s %7s %8s %8s %6s %8s %8s %6s %7s %7s\n' '' KB naskah cpu MB git cpu MB wall cpu
act 411 > "$folder/411"
edited "$folder/411" > "$folder/411e"
inserted "$folder/411" > "$folder/411i"
act 2051 > "$folder/2051"
inserted "$folder/2051" > "$folder/2051i"
act 4102 > "$folder/4102"
inserted "$folder/4102" > "$folder/4102i"
measure "411 Pasal, words edited" "$folder/411" "$folder/411e"
measure "411 Pasal, one inserted" "$folder/411" "$folder/411i"
measure "2,051 Pasal, one inserted" "$folder/2051" "$folder/2051i"
measure "4,102 Pasal, one inserted" "$folder/4102" "$folder/4102i"
words 1 10000 25 > "$folder/w1"
words 2 10000 25 > "$folder/w2"
measure "10,000 unlike words" "$folder/w1" "$folder/w2"
words 3 600000 0 > "$folder/l1"
words 4 600000 0 > "$folder/l2"
runs=3
measure "5 MB, one line" "$folder/l1" "$folder/l2"
if [ $# -ge 4 ]; then measure "$(basename "$3")" "$3" "$4"; fi
