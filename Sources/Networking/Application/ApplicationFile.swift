import Documents

/// What may stand under `runs` in a network file: one line each.
package enum ApplicationFile {
  package static let shape = Shape<AnyApplication>.tagged(
    "a program",
    [
      Alternative("browser", Browser.shape, "opens http URLs"),
      Alternative("web", WebServer.shape, "serves pages over HTTP"),
      Alternative("resolver", RecordServer.shape, "answers DNS queries from the records it holds"),
    ])
}
