#!/bin/sh
# Comments at many places of a draft that was changed again and again, placed in its last revision:
# whole processes, start-up included. `anchors.sh [BINARY] [COUNT] [PASAL] [REVISIONS]`
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
binary=$(cd "$(dirname "${1:-$root/.build/release/naskah}")" && pwd)/naskah
count=${2:-20000}
pasal=${3:-400}
revisions=${4:-10}
folder=$(mktemp -d "${TMPDIR:-/tmp}/naskah-anchors.XXXXXX")
trap 'rm -rf "$folder"' EXIT

export GIT_AUTHOR_NAME=Ukur GIT_AUTHOR_EMAIL=ukur@contoh.id
export GIT_COMMITTER_NAME=Ukur GIT_COMMITTER_EMAIL=ukur@contoh.id
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
cc -O2 -o "$folder/cost" "$root/Benchmarks/cost.c"

# One revision: each takes one Pasal in twenty out, puts as many in, and says some ayat anew.
# `text REVISION`
text() {
  awk -v revision="$1" -v pasal="$pasal" '
    function word(seed) {
      return syllable[1 + seed % 16] syllable[1 + int(seed / 16) % 16] syllable[1 + int(seed / 7) % 16]
    }
    function sentence(seed, i, text) {
      text = "Setiap orang"
      for (i = 0; i < 18; i++) {
        seed = (seed * 48271 + i) % 2147483647
        text = text " " word(seed)
      }
      return text
    }
    BEGIN {
      split("ba ci do fe gu ha ji ka lo mu na pe ri sa tu wi", syllable, " ")
      print "PERATURAN DAERAH KOTA SERANG\nTENTANG\nCONTOH UNTUK PENGUKURAN\n"
      for (bab = 1; number < pasal; bab++) {
        print "\nBAB " roman(bab) "\nBAGIAN KE " bab
        for (i = 0; i < 20 && number < pasal; i++) {
          identity = bab * 1000 + i
          # The first of a chapter is one of its revision alone.
          if (i == 0) identity += revision * 100000
          print "\nPasal " ++number
          for (ayat = 1; ayat <= 5; ayat++) {
            seed = identity * 10 + ayat
            if (seed % 37 == revision) seed += 1000000 * revision
            print "(" ayat ") " sentence(seed) "."
          }
        }
      }
    }
    function roman(n, text) {
      while (n >= 100) { text = text "C"; n -= 100 }
      if (n >= 90) { text = text "XC"; n -= 90 }
      if (n >= 50) { text = text "L"; n -= 50 }
      if (n >= 40) { text = text "XL"; n -= 40 }
      while (n >= 10) { text = text "X"; n -= 10 }
      if (n == 9) { text = text "IX"; n -= 9 }
      if (n >= 5) { text = text "V"; n -= 5 }
      if (n == 4) { text = text "IV"; n -= 4 }
      while (n-- > 0) text = text "I"
      return text
    }'
}

mkdir -p "$folder/bahan/ukur/riwayat"
i=1
while [ "$i" -lt "$revisions" ]; do
  text "$i" > "$folder/bahan/ukur/riwayat/r$(printf %02d "$i").txt"
  i=$((i + 1))
done
text "$revisions" > "$folder/bahan/ukur/naskah.txt"
awk -v count="$count" -v pasal="$pasal" -v revisions="$revisions" 'BEGIN {
  srand(3)
  print "revisi,tempat,masukan"
  for (i = 1; i <= count; i++)
    printf "%d,Pasal %d ayat (%d),Masukan nomor %d.\n", 1 + i % revisions, 1 + int(rand() * pasal),
      1 + int(rand() * 5), i
}' > "$folder/masukan.csv"

cd "$folder"
"$binary" init meja --drafts bahan > /dev/null
cd meja
"$binary" comment import ../masukan.csv --draft ukur > /dev/null
"$binary" status > /dev/null
places=$("$binary" comment list ukur --format json \
  | awk '{ n += gsub(/"placed":|"state":"(current|moved|changed|detached)"/, "") } END { print n }')
echo "$count comments on $pasal Pasal in $revisions revisions, $places placed in the last:"
echo "wall and CPU time, greatest memory"
measure() {
  printf '  %-34s' "$1"
  shift
  "$folder/cost" "$binary" "$@" \
    | awk '{ printf "%9.3f s  CPU %9.3f s  %5d MB\n", $1 / 1e3, $2 / 1e3, $3 / 1024 }'
}
measure 'list, the first 50' comment list ukur --limit 50
measure 'status' status
measure 'list, all, as JSON' comment list ukur --format json
