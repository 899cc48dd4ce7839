#!/bin/sh
# The review log with many comments: import, cold index, lists, search, appending, fetching,
# verifying, erasing.
# Wall time, CPU time and memory of whole processes, start-up included. `scale.sh [BINARY] [COUNT]`
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
binary=$(cd "$(dirname "${1:-$root/.build/release/naskah}")" && pwd)/naskah
count=${2:-100000}
folder=$(mktemp -d "${TMPDIR:-/tmp}/naskah-scale.XXXXXX")
trap 'rm -rf "$folder"' EXIT

export GIT_AUTHOR_NAME=Ukur GIT_AUTHOR_EMAIL=ukur@contoh.id
export GIT_COMMITTER_NAME=Ukur GIT_COMMITTER_EMAIL=ukur@contoh.id
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 LC_ALL=C

# Made-up inputs: words drawn from a list and from syllables, one in twenty a form letter, half of
# these with a sentence of one's own. `rows COUNT SEED`
rows() {
  awk -v count="$1" -v seed="$2" '
    function word() {
      if (rand() < 0.5) return common[1 + int(rand() * words)]
      return syllable[1 + int(rand() * 16)] syllable[1 + int(rand() * 16)] last[1 + int(rand() * 6)]
    }
    function sentence(length_, i, text) {
      text = word()
      for (i = 1; i < length_; i++) text = text " " word()
      return text "."
    }
    function paragraph(sentences, i, text) {
      text = sentence(8 + int(rand() * 10))
      for (i = 1; i < sentences; i++) text = text " " sentence(8 + int(rand() * 10))
      return text
    }
    BEGIN {
      words = split("jalan rumah warung pasar hotel tamu malam siang warga kota izin usaha denda " \
        "sanksi laporan petugas pajak sekolah masjid taman sungai banjir sampah parkir pedagang " \
        "limbah lampu trotoar wisata hiburan penertiban pengawasan masyarakat anak keluarga " \
        "kelurahan dinas pelayanan surat waktu biaya aturan batas jarak kawasan lahan dan yang " \
        "untuk dengan pada dari agar tidak harus mohon sebaiknya oleh bagi", common, " ")
      split("ba ci do fe gu ha ji ka lo mu na pe ri sa tu wi", syllable, " ")
      split("h k m n r s", last, " ")
      split("Akademisi,Pelaku usaha,Tokoh masyarakat,DPRD,Kepolisian,Ormas,RT/RW,Warga", group, ",")
      srand(1)
      for (i = 0; i < 40; i++) letter[i] = paragraph(4)
      srand(seed)
      print "tanggal,unsur,forum,saluran,tempat,masukan"
      for (i = 0; i < count; i++) {
        if (rand() < 0.05) {
          text = letter[int(rand() * 40)]
          if (rand() < 0.5) text = text " " sentence(8)
        } else text = paragraph(1 + int(rand() * 4))
        place = ""
        if (rand() < 0.8) {
          place = "Pasal " (1 + int(rand() * 30))
          if (rand() < 0.7) place = place " ayat (" (1 + int(rand() * 3)) ")"
        }
        printf "2025-%02d-%02d,%s,FKP vol. %d,daring,%s,%s\n", 1 + int(rand() * 10),
          1 + int(rand() * 28), group[1 + int(rand() * 8)], 1 + int(rand() * 12), place, text
      }
    }'
}

# Runs a program and prints wall, user and system time and the greatest memory.
cat > "$folder/cost.c" <<'C'
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char **argv) {
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pid_t child = fork();
  if (child == 0) {
    dup2(open("/dev/null", O_WRONLY), 1);
    execv(argv[1], argv + 1);
    _exit(127);
  }
  int status;
  struct rusage use;
  if (argc < 2 || wait4(child, &status, 0, &use) < 0 || WEXITSTATUS(status) > 1) return 1;
  clock_gettime(CLOCK_MONOTONIC, &end);
  printf("%9.3f s  user %8.3f s  system %6.3f s  %5ld MB",
         (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9,
         use.ru_utime.tv_sec + use.ru_utime.tv_usec / 1e6,
         use.ru_stime.tv_sec + use.ru_stime.tv_usec / 1e6, use.ru_maxrss / 1024);
  return 0;
}
C
cc -O2 -o "$folder/cost" "$folder/cost.c"

measure() {
  name=$1
  shift
  printf '  %-34s' "$name"
  "$folder/cost" "$binary" "$@" 2> "$folder/said" || { cat "$folder/said"; exit 1; }
  printf '\n'
}

cd "$folder"
rows "$count" 2 > masukan.csv
"$binary" init meja --drafts "$root/Drafts" > /dev/null
cd meja
echo "the review log with $count comments: wall and CPU time, greatest memory"
measure 'start-up' --version
measure 'import' comment import ../masukan.csv --draft puk

# The same blobs, taken in by git itself.
git for-each-ref --format='%(refname)' refs/naskah | xargs -n 1 git ls-tree -r \
  | awk '{ print $3 }' | git cat-file --batch \
  | awk '{ if (left <= 0) { print "blob\ndata " $3; left = $3 + 1 }
           else { print; left -= length($0) + 1 } }' > ../blobs
git init -q --bare ../banding
printf '  %-34s' 'git fast-import of the same blobs'
"$folder/cost" "$(command -v git)" -C ../banding fast-import --quiet < ../blobs
printf '\n'
printf '  %-34s%9d KB\n' 'packs' "$(du -k .git/objects/pack | cut -f 1)"
rm -rf .git/naskah/index*
measure 'cold index, status' status
measure 'list, the first 50' comment list puk --limit 50
measure 'list, open, the first 50' comment list puk --status open --limit 50
measure 'list, two filters' comment list puk --group Ormas --unit 'Pasal 5' --limit 50
measure 'list, newest first' comment list puk --sort newest --limit 50
measure 'search, a common word' comment list puk --search banjir --limit 50
measure 'search, three words' comment list puk --search 'banjir parkir sungai' --limit 50
for i in 1 2 3 4 5; do measure "add $i" comment add puk 'Pasal 2' -m "Satu dua tiga empat $i."; done
measure 'groups' comment groups puk

# Another clone says a thousand things more.
git clone -q . ../lain
git -C ../lain fetch -q ../meja '+refs/naskah/*:refs/naskah-seen/origin/*'
rows 1000 3 > ../lain.csv
(cd ../lain && "$binary" comment import ../lain.csv --draft puk > /dev/null)
git fetch -q ../lain '+refs/naskah/*:refs/naskah-seen/lain/*'
measure 'status after fetching 1,000' status

measure 'verify' verify

# What is erased here is erased there too, once it was fetched.
(cd ../lain && "$binary" status > /dev/null)
id=$("$binary" comment list puk --limit 1 --format json |
  sed 's/.*"id":"\([0-9a-f]*\)".*/\1/')
measure 'erase' erase "$id" --reason 'Permintaan pemilik data'
git -C ../lain fetch -q ../meja '+refs/naskah/*:refs/naskah-seen/origin/*'
cd ../lain
measure 'status after an erasure was fetched' status
measure 'verify there' verify
