import Benchmark
import DraftDiff
import LegalText
import ReviewModel

/// What a person waits for when a text is read, compared or shown with its comments.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .throughput, .peakMemoryResident],
    warmupIterations: 1, maxDuration: .seconds(5), maxIterations: 200)

  reading("pekat", Samples.draft)
  if let law = Samples.longLaw { reading("UU 11/2020", law) }

  let act = LongAct()
  for (name, size) in [("325 KB", 325_000), ("1.6 MB", 1_600_000)] {
    comparing(name, old: act.text(bytes: size), new: act.text(bytes: size, inserted: true))
  }
  placing(act)
}

/// Parsing a text, and finding its references.
private func reading(_ name: String, _ source: [UInt8]) {
  Benchmark("parse \(name), \(source.count / 1000) KB") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(LegalParser.parse(source)) }
  }
  Benchmark("references \(name)") { benchmark in
    let document = LegalParser.parse(source)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(ReferenceScanner.references(in: document)) }
  }
}

/// Comparing two parsed texts, one Pasal inserted in the middle and all behind it renumbered.
private func comparing(_ name: String, old: [UInt8], new: [UInt8]) {
  let (before, after) = (LegalParser.parse(old), LegalParser.parse(new))
  Benchmark("compare \(name), one Pasal inserted") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(Comparison.compare(before, after)) }
  }
  Benchmark("parse both and compare \(name)") { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(Comparison.compare(LegalParser.parse(old), LegalParser.parse(new)))
    }
  }
}

/// Placing 1,000 comments, spread over the units of a long act, across one revision.
private func placing(_ act: LongAct) {
  let old = LegalParser.parse(act.text(bytes: 325_000))
  let new = LegalParser.parse(act.text(bytes: 325_000, inserted: true))
  let step = Placer.Step(
    alignment: Comparison.compare(old, new).alignment, isBackward: false, target: new)
  let stride = max(1, old.units.count / 1000)
  let places = (0..<1000).map { old.units[$0 * stride % old.units.count].address }
  Benchmark("place 1,000 comments, 325 KB") { benchmark in
    for _ in benchmark.scaledIterations {
      for place in places { blackHole(Placer.place(place, of: old, through: [step])) }
    }
  }
}
