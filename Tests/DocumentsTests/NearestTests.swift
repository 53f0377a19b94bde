import Testing

@testable import Documents

@Test(arguments: [
  ("gatway", "gateway"), ("adress", "address"), ("mca", "mac"), ("Kind", "kind"), ("interface", "interfaces"),
])
func aSlipIsRecognised(word: String, meant: String) {
  #expect(nearest(to: word, in: ["mac", "address", "gateway", "kind", "interfaces"]) == meant)
}

@Test(arguments: ["", "x", "ports", "resolver", "ip"])
func anotherWordIsNotSuggested(word: String) {
  #expect(nearest(to: word, in: ["mac", "address", "gateway", "kind"]) == nil)
}

@Test func swappedNeighboursAreOneEdit() {
  #expect(editDistance("knid", "kind") == 1)
  #expect(editDistance("kitten", "sitting") == 3)
  #expect(editDistance("", "abc") == 3)
  #expect(editDistance("same", "same") == 0)
}
