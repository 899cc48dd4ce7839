import ReviewModel

/// Reads the events of one log in order.
struct EventReader {
  let ref: LogRef
  let verdict: LogVerdict
  var count = 0
  private var lastClock = -1

  init(ref: LogRef, verdict: LogVerdict) {
    self.ref = ref
    self.verdict = verdict
  }

  mutating func segment(_ number: Int, _ bytes: [UInt8], _ check: inout LogCheck) {
    for line in RecordLine.lines(of: bytes) {
      guard line.count <= LogCheck.lineLimit else {
        check.find(.tooLarge, ref, "\(number)")
        continue
      }
      do {
        try take(RecordLine.decoded(Event.self, from: line), line, &check)
      } catch let DecodingError.dataCorrupted(context)
        where context.codingPath.last?.stringValue == "clock"
      {
        check.find(.clock, ref, "\(number)")
      } catch {
        check.find(.notJSON, ref, "\(number)")
      }
    }
  }

  private mutating func take(
    _ event: Event, _ line: ArraySlice<UInt8>, _ check: inout LogCheck
  ) throws {
    count += 1
    var id: String { (try? EventID.of(Array(line)).rawValue) ?? "" }
    // A writer's clock only rises; at its limit events share the last value.
    if event.clock < lastClock || event.clock == lastClock && event.clock < Event.clockLimit {
      check.find(event.clock == lastClock ? .repeated : .order, ref, id)
    }
    if event.clock >= Event.clockLimit { check.find(.clock, ref, id) }
    lastClock = max(lastClock, event.clock)
    guard event.writer == ref.writer else { return check.find(.forgedWriter, ref, id) }
    guard verdict.trust != .quarantined else { return }
    guard verdict.admits(event.type) else { return check.find(.notAllowed, ref, id) }
    check.named(event, by: ref)
  }
}
