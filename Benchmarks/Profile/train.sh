#!/bin/sh
# What people do with the program, so that a build which counts its steps (`make profile`) sees in
# what measure: texts read, compared, checked, brought in; a workbench begun and used.
# `train.sh BINARY`
set -eu

binary=$1
here=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export GIT_AUTHOR_NAME=Uji GIT_AUTHOR_EMAIL=uji@contoh.id
export GIT_COMMITTER_NAME=Uji GIT_COMMITTER_EMAIL=uji@contoh.id
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 NASKAH_PAGER=cat

. "$here/acts.sh"

# Exit code 1 tells of differences and findings, which there are.
run() {
  "$binary" "$@" > "$folder/said" 2>&1 || [ $? -eq 1 ] || {
    cat "$folder/said" >&2
    exit 1
  }
}

act 411 > "$folder/old"
inserted "$folder/old" > "$folder/inserted"
edited "$folder/old" > "$folder/edited"
for new in inserted edited inserted edited; do
  for _ in 1 2 3 4 5; do run diff --no-index "$folder/old" "$folder/$new"; done
  COLUMNS=140 run diff --no-index --full "$folder/old" "$folder/$new"
  run diff --no-index --format json "$folder/$new" "$folder/old"
done
for text in "$folder/old" "$here"/../Drafts/*/naskah.txt; do
  run outline "$text"
  run check "$text"
  run fmt --stdout "$text"
  run import --stdout "$text"
  run renumber --stdout "$text"
done

run init "$folder/meja" --drafts "$here/../Drafts" --seeds "$here/../seeds"
cd "$folder/meja"
for pasal in 1 2 3 4 5 6 7 8 9 10; do
  run comment add pekat@1 "Pasal $pasal" --name "Warga $pasal" -m "Masukan ke-$pasal: mohon diperjelas."
  run comment list pekat
  run comment list pekat --search diperjelas
  run status
done
printf 'nama,isi,tempat\n' > "$folder/masukan.csv"
awk 'BEGIN { for (i = 1; i <= 200; i++)
  printf "Warga %d,Usul nomor %d agar ayat ini memuat batas waktu %d hari,Pasal %d\n", i, i * 7919 % 1009, i % 97, i % 20 + 1 }' \
  >> "$folder/masukan.csv"
run comment import "$folder/masukan.csv" --draft pekat
run comment list pekat --limit 100 --format json
run comment groups pekat
run diff pekat@1..2
run blame pekat
run show pekat 'Pasal 5' --terms
run verify
