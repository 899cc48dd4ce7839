#!/bin/sh
# Builds the program so that it counts its steps, lets it do what people do (train.sh), and writes
# the counts to PROFILE for `make build`: `run.sh PROFILE FLAG...`, the flags of the release build.
set -eu

profile=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
scratch=$root/.build/profile
swift=${SWIFT:-swift}

# The compiler's own runtime for counting, and its own reader of the counts.
library=$($swift -print-target-info | sed -n 's/.*"runtimeResourcePath" *: *"\(.*\)".*/\1/p')
runtime=$(ls "$library"/../clang/*/lib/*/libclang_rt.profile*"$(uname -m)"*.a 2>/dev/null | head -n 1)
reader=$library/../../bin/llvm-profdata
if [ -z "$runtime" ] || [ ! -x "$reader" ]; then
  echo "naskah: $library has no profile runtime or no llvm-profdata; install a whole Swift toolchain." >&2
  exit 1
fi

rm -rf "$scratch"
(cd "$root" && $swift build -c release --product naskah --scratch-path "$scratch" "$@" \
  -Xswiftc -Xfrontend -Xswiftc -ir-profile-generate \
  -Xlinker -u__llvm_profile_runtime -Xlinker "$runtime")
LLVM_PROFILE_FILE="$scratch/counts/%p.profraw" sh "$here/train.sh" "$scratch/release/naskah"
# What only one file knows is named by that file's place on this machine: of no use elsewhere.
"$reader" merge --sparse --no-function=/ -o "$profile" "$scratch"/counts/*.profraw
rm -rf "$scratch/counts"
