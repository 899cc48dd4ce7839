// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

/// libFuzzer brings the `main` of these programs.
func fuzzer(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: [model, "Promises"],
    swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
}

let model: Target.Dependency = .product(name: "NaskahModel", package: "naskah")

// Apart from the program's own package: it is built with other flags (`make fuzz`).
let package = Package(
  name: "naskah-fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "naskah", path: "../..")],
  targets: [
    .target(name: "Promises", dependencies: [model], swiftSettings: strict),
    fuzzer("FuzzParser"),
    fuzzer("FuzzImporter"),
    fuzzer("FuzzLayout"),
    fuzzer("FuzzReferences"),
    fuzzer("FuzzChecker"),
    fuzzer("FuzzAddress"),
    fuzzer("FuzzEscaped"),
  ]
)
