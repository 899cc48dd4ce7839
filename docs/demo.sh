#!/bin/sh
# The program at work, from an empty folder to an answered comment: `make demo`.
# Each command is printed before what it says. No network, no git identity needed.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
binary=$(cd "$(dirname "${1:-$root/.build/release/naskah}")" && pwd)/naskah
folder=$(mktemp -d "${TMPDIR:-/tmp}/naskah-demo.XXXXXX")
bench=$folder/meja

# Only for this demonstration; nothing of the user's own git configuration is read or changed.
export GIT_AUTHOR_NAME='Bagian Hukum' GIT_AUTHOR_EMAIL='hukum@contoh.id'
export GIT_COMMITTER_NAME="$GIT_AUTHOR_NAME" GIT_COMMITTER_EMAIL="$GIT_AUTHOR_EMAIL"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export LC_ALL=id_ID.UTF-8 NASKAH_PAGER=cat
unset GIT_DIR GIT_WORK_TREE 2>/dev/null || true

# What is cut short below goes through a file: width and colours are those of the terminal still.
paint=auto
if [ -t 1 ]; then
  [ -n "${NO_COLOR:-}" ] || [ "${TERM:-dumb}" = dumb ] || paint=always
  COLUMNS=$(stty size </dev/tty 2>/dev/null | cut -d' ' -f2) || COLUMNS=80
  export COLUMNS=${COLUMNS:-80}
fi

# Prints the command as one would type it, then runs it and shows at most so many lines of what
# it says. Exit code 1 tells of differences.
run() {
  lines=$1
  shift
  printf '\n$ naskah'
  for word; do
    case $word in
      *[!A-Za-z0-9@./_=,-]*) printf ' "%s"' "$word" ;;
      *) printf ' %s' "$word" ;;
    esac
  done
  printf '\n'
  status=0
  "$binary" --color "$paint" "$@" >"$folder/keluaran" || status=$?
  awk -v lines="$lines" 'NR <= lines { print } END {
    if (NR > lines) printf "… (%d baris lagi)\n", NR - lines }' "$folder/keluaran"
  rm -f "$folder/keluaran"
  [ "$status" -le 1 ] || exit "$status"
}

cd "$root"
run 100 init "$bench" --drafts Drafts --seeds seeds

cd "$bench"
printf '\n$ cd %s\n' "$bench"
run 100 log pekat

run 100 comment add pekat@1 'Pasal 6 ayat (1)' --group Akademisi --name 'Ratna Contoh' \
  --channel lisan --date 2025-09-12 \
  -m 'Keluarga dan sekolah juga mencegah; mohon disebut bersama pelaku usaha dan masyarakat.'
id=$("$binary" comment list pekat --format json |
  sed 's/.*"id":"\([0-9a-f]\{7\}\).*/\1/')

run 60 diff pekat@1..2

run 20 comment import "$root/Tests/Fixtures/masukan-fkp.csv" --draft pekat --revision 2
run 24 comment list pekat

run 100 respond "$id" --accept --revision pekat@2 --agency 'Bagian Hukum' \
  --reason 'Keluarga dan satuan pendidikan disebut dalam Pasal 6 ayat (1) sejak revisi 2.'
run 100 comment show "$id"
run 100 status

# Another office's repository, here a folder: drafts and comments go there by git.
git init -q --bare "$folder/kantor.git"
git remote add kantor "$folder/kantor.git"
run 100 sync kantor

# In the words of the page itself, for those who want to go on by hand.
cat <<END

Ruang kerja ini tetap ada di $bench
Selanjutnya, misalnya:
  cd $bench
  PATH=$(dirname "$binary"):\$PATH
  naskah banding pekat@2..3          perubahan antara dua revisi
  naskah komentar daftar pekat       semua masukan
  naskah lihat pekat "Pasal 6"       teks satu pasal
  naskah bantuan                     semua perintah
END
