// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [.unsafeFlags(["-warnings-as-errors"])]

/// What nearly every test runs through: optimised they need half of their time. Assertions stay.
let optimised: [SwiftSetting] =
  strict + [.unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug))]

let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

func tests(_ name: String, with others: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name)] + others, resources: resources,
    swiftSettings: strict)
}

let package = Package(
  name: "packetwalk",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
  ],
  targets: [
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "CSystem"),
    .target(name: "Documents", dependencies: ["Yams"], swiftSettings: strict),
    .target(
      name: "Networking",
      dependencies: ["Documents"],
      swiftSettings: optimised),
    .target(name: "Analysis", dependencies: ["Networking", "Documents"], swiftSettings: optimised),
    .target(
      name: "Lessons", dependencies: ["Analysis", "Networking", "Documents", database], swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["CNcurses", "CSystem"], swiftSettings: optimised),
    .target(
      name: "UI", dependencies: ["Lessons", "Analysis", "Networking", "Documents", "Terminal"],
      swiftSettings: strict),
    .executableTarget(
      name: "packetwalk",
      dependencies: [
        "UI", "Lessons", "Analysis", "Networking", "Terminal", "Documents", "CSystem",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    tests("Documents"), tests("Networking", resources: [.copy("Captures"), .copy("Networks")]),
    tests("Analysis"), tests("Lessons", with: [database], resources: [.copy("Oracles")]),
    tests("Terminal", with: ["CSystem"]),
    tests(
      "UI", with: [database],
      resources: [.copy("OldPlaces"), .copy("Screens"), .copy("Library"), .copy("Kinds")]),
    tests("packetwalk", with: ["UI", "CSystem"]),
  ]
)
