/// Right ones of all.
package struct RightShare: Hashable, Sendable {
  package var right = 0
  package var all = 0

  package init(right: Int = 0, all: Int = 0) {
    self.right = right
    self.all = all
  }

  mutating func add(_ rating: Rating) {
    all += 1
    if rating != .again { right += 1 }
  }
}
