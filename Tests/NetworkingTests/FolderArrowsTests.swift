import Foundation
import Testing

/// Which folders of Networking may name types of which others. An arrow that is not listed fails; so does one that is
/// listed and no longer needed.
struct FolderArrowsTests {
  /// Whole folders.
  private let arrows: [String: [String]] = [
    "Bytes": [],
    "Tables": ["Bytes"],
    "Physical": ["Bytes", "World"],
    "Link": ["Bytes", "Tables", "World"],
    "Internet": ["Bytes", "Tables", "World", "Link"],
    "Transport": ["Bytes", "Tables", "World", "Internet"],
    "Application": ["Bytes", "Tables", "World", "Internet", "Transport"],
    "World": ["Bytes", "Tables", "Link", "Internet", "Transport", "Application"],
    "Expressions": ["Bytes", "Tables", "World"],
    "Capture": ["Bytes", "World"],
  ]

  /// Single types that a file names beyond its folder's arrows, each with a reason.
  private let exceptions: [String: [String]] = [
    // What a protocol's descriptor declares.
    "Bytes/Header.swift": [
      "DropReason", "InternetChecksum", "MomentKind", "OriginKind", "TableDescriptor",
    ],
    "Bytes/DissectionInProgress.swift": ["ChecksumCoverage"],
    // A domain name is typed as text.
    "Bytes/FieldEdit.swift": ["DNSMessage"],
    "Bytes/FieldEditRefusal.swift": ["DNSName"],
    "Bytes/FieldEncoding.swift": ["DNSName"],
    "Bytes/FieldEncoding+Typed.swift": ["DNSName"],
    "Bytes/FieldEdit+Trials.swift": ["SeededRandom"],
    "Bytes/FrameInfo.swift": ["Ethernet", "HTTPMessage"],
    // Whose table it is, and where it is declared.
    "Tables/TableDescriptor.swift": [
      "BehaviourDescriptor", "Device", "ExpressionValue", "Host", "LearningSwitch",
    ],
    "Tables/TableColumn.swift": ["ExpressionType"],
    "Tables/TableKeyDescriptor.swift": ["Device", "ExpressionType", "ExpressionValue"],
    "Physical/World+Physical.swift": ["Ethernet"],
    // An error goes up to who sent the packet.
    "Internet/ICMP/Host+ICMP.swift": ["Ping"],
    "Internet/ICMP/Host+ICMPErrors.swift": ["Endpoint", "SocketError"],
    "Transport/TCP/Host+TCPCalls.swift": ["SocketError"],
    // The types of values, and the names that a device must not have.
    "World/DetailField.swift": ["ExpressionType", "ExpressionValue"],
    "World/NetworkFile+Plan.swift": ["ExpressionScope"],
    // Marks of a network file, and values that its faults set.
    "World/NetworkFile.swift": ["Where"],
    "World/NetworkFile+Shape.swift": ["DeviceScope", "ExpressionScope", "Where"],
    "World/ForkAction.swift": ["Expression", "ExpressionError", "ExpressionScope"],
    "World/ForkRun.swift": ["Expression", "ExpressionValue"],
  ]

  private struct File {
    let path: String
    let folder: String
    let declared: [String]
    let named: Set<String>
    /// Names whose protocol descriptor it takes.
    let descriptors: Set<String>
  }

  @Test func arrowsGoOneWay() throws {
    let files = try files()
    #expect(files.count > 100)
    var home: [String: String] = [:]
    for file in files { for name in file.declared { home[name] = home[name] ?? file.folder } }
    var used: [String: [String]] = [:]
    for file in files {
      let allowed = try #require(arrows[file.folder], "\(file.folder) is a new folder: give it arrows")
      let strange = file.named.filter { name in
        home[name].map { $0 != file.folder && !allowed.contains($0) } ?? false
      }.filter {
        // The list of protocols names each.
        !(file.path == "Bytes/Protocols.swift" && file.descriptors.contains($0))
      }
      if !strange.isEmpty { used[file.path] = strange.sorted() }
    }
    for path in Set(used.keys).union(exceptions.keys).sorted() {
      #expect(used[path] ?? [] == exceptions[path] ?? [], "\(path) names other folders' types")
    }
  }

  private func files() throws -> [File] {
    let root = Foundation.URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/Networking")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
    return try names.filter { $0.hasSuffix(".swift") }.map { path in
      let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      return File(
        path: path, folder: String(path.prefix { $0 != "/" }), declared: declared(text), named: named(text),
        descriptors: Set(text.matches(of: /(\w+)\.descriptor/).map { String($0.1) }))
    }
  }

  /// Types declared outside of others.
  private func declared(_ text: String) -> [String] {
    let kinds = ["struct", "enum", "class", "protocol", "typealias"]
    return text.split(separator: "\n").compactMap { line in
      guard line.first?.isLetter == true else { return nil }
      let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
      guard let kind = words.firstIndex(where: kinds.contains), kind < 3, words.count > kind + 1 else {
        return nil
      }
      return words[kind + 1]
    }
  }

  /// Names that begin with a capital and are no member of something; comments and texts are left out.
  private func named(_ text: String) -> Set<String> {
    var found: Set<String> = []
    for line in text.split(separator: "\n") {
      var word = ""
      var before: Character = " "
      var isText = false
      var last: Character = " "
      for character in line + " " {
        if isText {
          isText = character != "\"" || last == "\\"
        } else if character == "\"" {
          isText = true
        } else if character.isLetter || character.isNumber || character == "_" {
          if word.isEmpty { before = last }
          word.append(character)
        } else {
          if character == "/", last == "/" { break }
          if word.first?.isUppercase == true, before != "." { found.insert(word) }
          word = ""
        }
        last = character
      }
    }
    return found
  }
}
