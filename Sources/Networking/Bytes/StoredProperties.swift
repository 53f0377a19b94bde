/// The stored properties, in declaration order, of a value that has none but of type `Property`.
///
/// `Mirror` knows them by itself, but asks of every type again whether it reflects itself in a way of its own, and the
/// runtime answers by searching all conformances of the program: a good part of the time until its first picture. So
/// only debug builds ask it, to hold the two together.
func storedProperties<Property>(of value: some Any, as type: Property.Type = Property.self) -> [Property] {
  let stride = MemoryLayout<Property>.stride
  assert(
    Mirror(reflecting: value).children.allSatisfy { $0.value is Property },
    "\(Swift.type(of: value)) has other properties than \(Property.self)")
  return withUnsafeBytes(of: value) { bytes in
    // The last one comes without the bytes that would lead to a next.
    (0..<(bytes.count + stride - 1) / stride).map {
      bytes.load(fromByteOffset: $0 * stride, as: Property.self)
    }
  }
}
