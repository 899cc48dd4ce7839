/// Notes of an elucidation on the instructions of an amending act.
extension OutlineBuilder {
  /// Whether `Angka 17` below Pasal I, right above an article, goes on with its instructions.
  func standsAboveArticle(_ mark: Mark, _ position: Int) -> Bool {
    guard mark.shape == .wordAngka, frames.count > 1, frames[1].isRoman, frames[1].isHost,
      position + 1 < marks.count, marks[position + 1].shape == .pasal,
      marks[position + 1].start - mark.end < 8
    else { return false }
    let last = frames.count > 2 ? frames[2].value : 0
    return mark.value > last && mark.value <= last + 20
  }

  /// Whether the body has an instruction of that number, and what is open no item of it: an ayat or
  /// an item within the article `floor`, whose list does not go on with it.
  func isLaterInstruction(_ mark: Mark, _ floor: Int, _ same: Int?) -> Bool {
    guard frames.count - 1 > floor, mark.value > frames[2].value,
      same.map({ $0 <= 2 || frames[$0].value + 1 != mark.value }) ?? true
    else { return false }
    let segment = "angka-" + AddressNumber.text(mark.value, mark.suffix)
    return explains(units[frames[1].unit].address, segment)
      && !frames[floor...].contains { explains(units[$0.unit].address, segment) }
  }

  /// Whether a later ayat stands below an article of which the body has no ayat, or an inserted one
  /// where the body has none: a page's edge carried it here.
  func isStrayAyat(_ mark: Mark, _ floor: Int) -> Bool {
    guard mark.shape == .wordAyat, mark.value > 1 || mark.suffix > 0, floor == frames.count - 1,
      frames[floor].rank == Rank.pasal
    else { return false }
    let article = units[frames[floor].unit].address
    guard article.hasPrefix("penjelasan/") else { return false }
    let body = String(Substring(article.utf8.dropFirst("penjelasan/".utf8.count)))
    guard let unit = index[body] else { return false }
    if mark.suffix > 0 {
      return index[body + "/ayat-" + AddressNumber.text(mark.value, mark.suffix)] == nil
    }
    return units[unit].subtreeEnd == unit + 1
  }
}
