import Testing

@testable import Documents

@Suite struct OrderedTests {
  @Test func theFirstThatFollowsIsFoundInEveryLength() {
    for length in 0...9 {
      let numbers = Array(0..<length)
      for border in 0...length {
        #expect(numbers.orderedIndex { $0 >= border } == border)
      }
    }
  }

  @Test func ofASliceItIsAnIndexOfTheSlice() {
    let slice = [1, 3, 5, 7, 9].dropFirst(2)
    #expect(slice.orderedIndex { $0 >= 7 } == 3)
    #expect(slice.orderedIndex { $0 >= 1 } == 2)
    #expect(slice.orderedIndex { $0 > 9 } == slice.endIndex)
  }
}
