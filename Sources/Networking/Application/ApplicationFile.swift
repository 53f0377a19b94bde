import Documents

/// What may stand under `runs` in a network file: one line each.
package enum ApplicationFile {
  package static let shape = Shape<AnyApplication>.tagged(
    "a program",
    [
      TaggedCase("browser", Browser.shape, "opens http URLs"),
      TaggedCase("web", WebServer.shape, "serves pages over HTTP"),
      TaggedCase("resolver", NameServer.shape, "answers DNS queries from the records it holds"),
    ])
}
