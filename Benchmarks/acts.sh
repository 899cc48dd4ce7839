# Acts of any size, made from the sample drafts; read by the scripts beside it, with the folder of
# these in $here.

# The provisions of the drafts again and again, Pasal numbered through, until there are `count`;
# each round says its words a little differently, so that no Pasal is another's copy.
act() {
  awk -v count="$1" '
    /^Ditetapkan di|^PENJELASAN/ { open = 0 }
    /^BAB I$/ { open = 1 }
    open && FNR > 1 { line[++lines] = $0 }
    END {
      print "PERATURAN DAERAH KOTA SERANG\nTENTANG\nCONTOH UNTUK PENGUKURAN\n"
      for (round = 1; pasal < count; round++) {
        first = pasal
        for (i = 1; i <= lines && pasal <= count; i++) {
          text = line[i]
          if (text ~ /^BAB [IVXLC]+$/) { print "BAB " roman(++bab); continue }
          if (text ~ /^Pasal [0-9]+$/) {
            if (pasal == count) break
            print "Pasal " ++pasal
            continue
          }
          if (text ~ /^(Bagian|Paragraf) /) { print text; continue }
          n = split(text, word, " ")
          for (w = 7; w <= n; w += 11) word[w] = word[w] " bagian-" round "-" (i * 7 + w) % 97
          text = substr(text, 1, match(text, /[^ ]/) - 1)
          for (w = 1; w <= n; w++) {
            if (w > 1 && word[w - 1] == "Pasal" && word[w] ~ /^[0-9]+[.,;]?$/) {
              mark = word[w]; sub(/^[0-9]+/, "", mark)
              word[w] = (word[w] % 100 + first) mark
            }
            text = text (w > 1 ? " " : "") word[w]
          }
          print text
        }
      }
      print "\nDitetapkan di Serang"
    }
    function roman(number, result, i) {
      split("100 90 50 40 10 9 5 4 1", value, " ")
      split("C XC L XL X IX V IV I", letters, " ")
      result = ""
      for (i = 1; i <= 9; i++) while (number >= value[i]) {
        result = result letters[i]; number -= value[i]
      }
      return result
    }' "$here"/../Drafts/*/naskah.txt
}

# One word in every 500th place is another.
edited() { awk '{ for (w = 4; w <= NF; w++) if (++count % 500 == 0) { $w = "berkesinambungan" } print }' "$1"; }

# A Pasal more before Pasal 12, later ones and the references to them one higher.
inserted() {
  awk '
    /^Pasal 12$/ { print "Pasal 12\nSetiap orang berhak menyampaikan aduan kepada Wali Kota.\n" }
    {
      line = ""; rest = $0
      while (match(rest, /Pasal [0-9]+/)) {
        number = substr(rest, RSTART + 6, RLENGTH - 6) + 0
        line = line substr(rest, 1, RSTART + 5) (number >= 12 ? number + 1 : number)
        rest = substr(rest, RSTART + RLENGTH)
      }
      print line rest
    }' "$1"
}
