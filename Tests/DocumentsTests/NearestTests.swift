import Testing

@testable import Documents

@Test(arguments: [
  ("gatway", "gateway"), ("adress", "address"), ("mca", "mac"), ("Kind", "kind"), ("interface", "interfaces"),
])
func a_slip_is_recognised(word: String, meant: String) {
  #expect(nearest(to: word, in: ["mac", "address", "gateway", "kind", "interfaces"]) == meant)
}

@Test(arguments: ["", "x", "ports", "resolver", "ip"])
func another_word_is_not_suggested(word: String) {
  #expect(nearest(to: word, in: ["mac", "address", "gateway", "kind"]) == nil)
}

@Test func swapped_neighbours_are_one_edit() {
  #expect(editDistance("knid", "kind") == 1)
  #expect(editDistance("kitten", "sitting") == 3)
  #expect(editDistance("", "abc") == 3)
  #expect(editDistance("same", "same") == 0)
}
