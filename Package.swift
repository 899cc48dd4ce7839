// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  // A command stays on the thread that it begins on: another one is a quarter of a start.
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let customDump: Target.Dependency = .product(name: "CustomDump", package: "swift-custom-dump")

// libzip is loaded when a container is opened, and linked by nobody but the tests that make one.
// pkg-config would link it into every command; on macOS it says where Homebrew keeps the header.
#if os(macOS)
  let libzip: String? = "libzip"
#else
  let libzip: String? = nil
#endif

let package = Package(
  name: "naskah",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "naskah", targets: ["naskah"]),
    // What benchmarks measure; it needs no other package.
    .library(name: "NaskahModel", targets: ["LegalText", "DraftDiff", "ReviewModel"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibgit2", pkgConfig: "libgit2",
      providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
    .systemLibrary(
      name: "CLibzip", pkgConfig: libzip,
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .target(name: "GitKit", dependencies: ["CLibgit2"], swiftSettings: strict),
    .target(name: "LegalText", swiftSettings: strict),
    .target(name: "DraftDiff", dependencies: ["LegalText"], swiftSettings: strict),
    .target(name: "ReviewModel", dependencies: ["LegalText", "DraftDiff"], swiftSettings: strict),
    .target(
      name: "Workbench",
      dependencies: [
        "GitKit", "ReviewModel", "DraftDiff", "LegalText", "CLibzip", "CExpat",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Yams", package: "Yams"),
      ], swiftSettings: strict),
    .target(
      name: "Presentation", dependencies: ["ReviewModel", "DraftDiff", "LegalText"],
      swiftSettings: strict),
    .target(
      name: "Export", dependencies: ["ReviewModel", "DraftDiff", "LegalText"],
      swiftSettings: strict),
    .target(
      name: "Commands",
      dependencies: [
        "Workbench", "Presentation", "Export", "ReviewModel", "LegalText", argumentParser,
        .product(name: "Subprocess", package: "swift-subprocess"),
      ], swiftSettings: strict),
    .executableTarget(name: "naskah", dependencies: ["Commands"], swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),
    .testTarget(name: "GitKitTests", dependencies: ["GitKit"], swiftSettings: strict),
    .testTarget(
      name: "LegalTextTests", dependencies: ["LegalText", "TestSupport", customDump],
      exclude: ["Goldens"], swiftSettings: strict),
    .testTarget(
      name: "DraftDiffTests", dependencies: ["DraftDiff", "TestSupport", customDump],
      swiftSettings: strict),
    .testTarget(
      name: "ReviewModelTests",
      dependencies: ["ReviewModel", "DraftDiff", "LegalText", "TestSupport", customDump],
      swiftSettings: strict),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: [
        "Workbench", "ReviewModel", "LegalText", "TestSupport", "CLibzip", customDump,
      ],
      swiftSettings: strict, linkerSettings: [.linkedLibrary("zip")]),
    .testTarget(
      name: "PresentationTests",
      dependencies: ["Presentation", "ReviewModel", "DraftDiff", "LegalText", "TestSupport"],
      exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(name: "ExportTests", dependencies: ["Export"], swiftSettings: strict),
    .testTarget(
      name: "CommandsTests", dependencies: ["Commands", "ReviewModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ]
)
