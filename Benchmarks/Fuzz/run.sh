#!/bin/sh
# run.sh [TARGET …]: builds the fuzz targets and runs each for FUZZ_SECONDS.
#
# Texts found and inputs that broke a promise stay in .build/fuzz of the package. Runs a target
# again with one input: Benchmarks/Fuzz/.build/release/FuzzParser FILE
set -eu
cd "$(dirname "$0")"

seconds=${FUZZ_SECONDS:-600}
targets=${*:-FuzzParser FuzzImporter FuzzLayout FuzzReferences FuzzChecker FuzzAddress FuzzEscaped}
work=$PWD/../../.build/fuzz
mkdir -p "$work/seeds" "$work/addresses" "$work/artifacts"

# Of two sanitizers named apart the compiler heeds the last alone, and the fuzzer would be blind.
${SWIFT:-swift} build -c release --sanitize fuzzer --sanitize address \
  -Xswiftc -sanitize=fuzzer,address

# Our own drafts, in pieces short enough for many runs a second.
for file in ../../Drafts/*/naskah.txt ../../Drafts/*/riwayat/*.txt; do
  name=$(echo "$file" | tr -c 'a-z0-9\n' '-')
  split -C 6k -a 3 "$file" "$work/seeds/$name."
done
for address in 'Pasal 5 ayat (2) huruf a' 'BAB II Bagian Kesatu' 'penjelasan Pasal 5' \
  'pasal-5/ayat-1a/huruf-b/angka-1' 'Pasal I angka 3' 'lampiran II' 'pasal-5~2' \
  'menimbang huruf a'; do
  printf '%s' "$address" >"$work/addresses/$(echo "$address" | tr -c 'A-Za-z0-9\n' '-')"
done

status=0
for target in $targets; do
  found=$work/$target
  mkdir -p "$found"
  seeds=$work/seeds
  length=16384
  [ "$target" = FuzzAddress ] && seeds=$work/addresses && length=256
  echo "$target: $seconds seconds"
  .build/release/"$target" "$found" "$seeds" -max_total_time="$seconds" -max_len="$length" \
    -timeout=10 -rss_limit_mb=2048 -malloc_limit_mb=64 -print_final_stats=1 -verbosity=1 \
    -artifact_prefix="$work/artifacts/$target-" >"$work/$target.log" 2>&1 || {
    status=1
    grep -E 'Fatal error|ERROR|SUMMARY|Test unit written' "$work/$target.log" || true
  }
  if ! grep -q 'inline 8-bit counters' "$work/$target.log"; then
    status=1
    echo "$target does not see which code runs: it was built without the fuzzer's counters"
  fi
  grep -E 'number_of_executed_units|average_exec|slowest_unit|peak_rss' "$work/$target.log" || true
done
exit $status
