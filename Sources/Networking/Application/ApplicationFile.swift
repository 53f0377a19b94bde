import Documents

/// What may stand under `runs` in a network file: one line each.
package enum ApplicationFile {
  package static let shape = Shape<AnyApplication>.tagged(
    "a program",
    [
      TaggedCase("browser", Browser.shape, "opens http URLs"),
      TaggedCase("curl", Curl.shape, "asks for one http URL and closes"),
      TaggedCase("web", WebServer.shape, "serves pages over HTTP"),
      TaggedCase("resolver", NameServer.shape, "answers DNS queries from the records it holds"),
      TaggedCase("print", Printer.shape, "takes letters, prints them and reports"),
      TaggedCase("spooler", Spooler.shape, "sends letters to printers"),
    ])
}
