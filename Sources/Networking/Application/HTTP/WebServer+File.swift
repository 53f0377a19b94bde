import Documents

/// A web server in a network file.
extension WebServer {
  static let shape = Shape<AnyApplication>.mapping("web server") { m in
    let port = m.optional("port", .integer(in: 1...65535), default: 80, "TCP port")
    let idle = m.optional(
      "idle", .duration(in: 0...86_400_000_000_000), default: 5_000_000_000,
      "closes a connection after this silence")
    let pages = m.required("pages", pageShape.entries(keys: path), "by path")
    guard let pages else { return nil }
    return AnyApplication(
      WebServer(
        port: UInt16(port), idle: idle,
        pages: pages.map { $0.value.at($0.key) }))
  }

  private static let path = Shape<String>.parsed("a path like /index.html") { text throws(TextError) in
    guard text.hasPrefix("/"), text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
      throw TextError("a path begins with / and has no blanks")
    }
    return text
  }

  private static let pageShape = Shape<Page>.mapping("page") { m in
    let type = m.optional("type", .text, default: "text/html", "Content-Type")
    let body = m.optional("body", .text, "what is served")
    let size = m.optional("size", .integer(in: 0...100_000_000), "that many made-up bytes instead of a body")
    if (body == nil) == (size == nil) {
      m.report("a page has either \"body\" or \"size\"")
      return nil
    }
    if !type.utf8.allSatisfy({ $0 >= 32 && $0 < 127 }) {
      m.report("\"type\" must be plain ASCII", at: "type")
      return nil
    }
    return Page(path: "", type: type, body: body.map { Array($0.utf8) } ?? MadeUpText.lines(size!))
  }
}
