extension RandomAccessCollection {
  /// The first index whose element `follows`, where all that do stand after all that do not; `endIndex` where none does.
  package func orderedIndex(where follows: (Element) -> Bool) -> Index {
    var low = startIndex
    var length = count
    while length > 0 {
      let middle = index(low, offsetBy: length / 2)
      if follows(self[middle]) {
        length /= 2
      } else {
        low = index(after: middle)
        length -= length / 2 + 1
      }
    }
    return low
  }
}
