import Documents

extension LessonLibrary {
  /// What is wrong with registries by themselves. What they hold is not known then, so that nothing that names it can be
  /// judged.
  func brokenRegistries() -> [Finding] {
    Registries.kinds.flatMap { kind in registryPaths(kind).flatMap { kind.findings(in: self, $0) } }
  }
}

extension RegistryEntry {
  /// None: the file can be read, and has nothing but entries of this sort.
  fileprivate static func findings(in library: LessonLibrary, _ path: String) -> [Finding] {
    do throws(DocumentError) {
      _ = try Document.decode(library.source(path), as: fileShape)
      return []
    } catch {
      return error.findings
    }
  }
}
