#!/bin/sh
# CPU time of `naskah --version` beside that of a C program that only starts libgit2:
# medians of 30 runs each, taken in turns. `startup.sh [BINARY] [RUNS]`
set -eu

binary=${1:-.build/release/naskah}
runs=${2:-30}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cat > "$folder/empty.c" <<'C'
#include <git2.h>

int main(void) { return git_libgit2_init() < 0; }
C
# shellcheck disable=SC2046
cc -O2 -o "$folder/empty" "$folder/empty.c" $(pkg-config --cflags --libs libgit2)

# Runs a program often and prints user and system time of each run in milliseconds: resource use
# of children is exact where the shell's `time` counts hundredths.
cat > "$folder/cpu.c" <<'C'
#include <stdio.h>
#include <stdlib.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv) {
  pid_t child = fork();
  if (child == 0) {
    dup2(open("/dev/null", O_WRONLY), 1);
    execv(argv[1], argv + 1);
    _exit(127);
  }
  int status;
  struct rusage use;
  if (argc < 2 || wait4(child, &status, 0, &use) < 0 || status != 0) return 1;
  printf("%.3f\n", (use.ru_utime.tv_sec + use.ru_stime.tv_sec) * 1e3 +
                       (use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e3);
  return 0;
}
C
cc -O2 -o "$folder/cpu" "$folder/cpu.c"

median() { sort -n "$1" | awk '{ a[NR] = $1 } END { print (a[int((NR + 1) / 2)] + a[int(NR / 2) + 1]) / 2 }'; }

i=0
while [ "$i" -lt "$runs" ]; do
  "$folder/cpu" "$binary" --version >> "$folder/naskah.ms"
  "$folder/cpu" "$folder/empty" >> "$folder/empty.ms"
  i=$((i + 1))
done
naskah=$(median "$folder/naskah.ms")
empty=$(median "$folder/empty.ms")
awk -v n="$naskah" -v e="$empty" -v r="$runs" 'BEGIN {
  printf "CPU time, median of %d runs each\n", r
  printf "  naskah --version            %7.2f ms\n", n
  printf "  empty program with libgit2  %7.2f ms\n", e
  printf "  difference                  %7.2f ms (%.2f times)\n", n - e, n / e
}'
