import Analysis
import ArgumentParser
import Documents
import Foundation
import Lessons
import Networking
import Terminal
import UI

/// `packetwalk measure`, for developers: how long going to any moment of a long walk takes.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measure how fast the moments of a long walk are reached.",
    shouldDisplay: false)

  @Argument(help: "A network's id or file.")
  var network: String

  @Option(help: "The script's line, in place of the file's own.")
  var script: String?

  @Option(parsing: .unconditional, help: "Moments to record.", transform: Numbers.fromOne)
  var moments = 10_000

  @Option(
    parsing: .unconditional, help: "Visits to moments chosen at random.", transform: Numbers.fromOne)
  var visits = 500

  @Flag(help: "Try out every what-if of the walk instead: each must come to an end with a reason.")
  var whatIf = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let file = try common.network(network)
    var world = file.world(seed: 1)
    if let script { world = file.world(seed: 1, script: [try line(script, world)]) }
    if whatIf {
      guard try WhatIfStressTest(world: world, seed: 1).run() == 0 else { throw ExitCode(1) }
      return
    }
    var timeline = Timeline(world)
    let recording = milliseconds { _ = timeline.extend(toMoment: moments) }
    let count = timeline.moments.count
    print("recorded \(count) moments, \(timeline.transmissions.count) frames in \(text(recording)) ms")
    var random = SeededRandom(seed: 1)
    func visit(_ what: String, _ go: (Int, inout Timeline) -> Void) {
      var times: [Double] = []
      for _ in 0..<visits {
        let number = Int(random.number(in: 1...UInt64(count)))
        times.append(milliseconds { go(number, &timeline) })
      }
      times.sort()
      print(
        "\(what)\tmedian \(text(times[times.count / 2])) ms\tworst \(text(times.last!)) ms\t\(visits) visits")
    }
    visit("world") { number, timeline in _ = timeline.world(after: number) }
    visit("unit") { number, timeline in _ = timeline.unit(at: number) }
    visit("dissection") { number, timeline in _ = timeline.dissection(atMoment: number) }
    try typed(filters: timeline)
    print("resident \(residentMegabytes()) MB")
  }

  /// What a key takes while a filter is typed, the drawing included.
  private func typed(filters timeline: Timeline) throws {
    let reference = ReferenceLibrary(try common.library)
    let title = LocalizedText(en: network, ko: network)
    let walk = WalkScreen(Recording(timeline), WalkDescription(title: title, reference: reference))
    var model = Model(
      language: .en, size: Size(width: 80, height: 24), library: Library(), walk: walk)
    for filter in [
      "tcp.flags.syn == 1 && ip.ttl < 64", "ip.addr == laptop.ip || dns", "tcp.flag.syn",
      "ip.ttl == 60 and moment.device == \"router\"", "moment.kind == \"tcp.timeout\"",
    ] {
      var times: [Double] = []
      for key in [.character("/")] + filter.map({ Key.character($0) }) {
        times.append(
          milliseconds {
            _ = update(&model, key)
            _ = view(model)
          })
      }
      _ = update(&model, .escape)
      times.sort()
      print(
        "find\tmedian \(text(times[times.count / 2])) ms\tworst \(text(times.last!)) ms\t\(filter)")
    }
  }

  private func milliseconds(_ work: () -> Void) -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    work()
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1_000_000
  }

  private func text(_ value: Double) -> String { String(format: "%.2f", value) }

  /// VmHWM: the most it ever was.
  private func residentMegabytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
  }

  private func line(_ script: String, _ world: World) throws -> ScriptLine {
    do {
      return try ScriptLine(script, in: world.devices)
    } catch {
      throw Failure(.usage, "--script: \(error.message)")
    }
  }
}
