/// Which simulation it is. One more whenever the same network, script and seed give other bytes or other moments than
/// before: an answer that was kept belongs to the variant that its seed gave then.
package enum EngineVersion {
  package static let current = 1
}
