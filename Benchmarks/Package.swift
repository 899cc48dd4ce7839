// swift-tools-version: 6.1
import PackageDescription

// Apart from the program's own package, so that building it never fetches what only measures.
let package = Package(
  name: "naskah-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "naskah", path: ".."),
    // Without its trait for jemalloc, which would have to be installed.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Texts",
      dependencies: [
        .product(name: "NaskahModel", package: "naskah"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Texts",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
