/// The mouse report `ESC [ < buttons ; column ; row M`, or `m` for a release (xterm's mode 1006): the only form that
/// goes beyond column 223.
enum MouseReport {
  private static let motion = 32
  private static let left = 0
  private static let wheelUp = 64
  private static let wheelDown = 65

  /// - Parameter parameters: what stands between `<` and the final byte.
  /// - Returns: the left button or the wheel, alone; `unknown` for all else; nil for motion.
  static func key(_ parameters: ArraySlice<UInt8>, final: UInt8) -> Key? {
    let isPress = final == UInt8(ascii: "M")
    guard isPress || final == UInt8(ascii: "m") else { return .unknown }
    let parts = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    // Columns and rows count from 1.
    guard parts.count == 3, numbers.count == 3, numbers[1] >= 1, numbers[2] >= 1 else { return .unknown }
    let place = Point(x: numbers[1] - 1, y: numbers[2] - 1)
    switch numbers[0] {
    case left: return .mouse(Mouse(isPress ? .press : .release, at: place))
    case wheelUp where isPress: return .mouse(Mouse(.wheelUp, at: place))
    case wheelDown where isPress: return .mouse(Mouse(.wheelDown, at: place))
    case let buttons where buttons & motion != 0: return nil
    default: return .unknown
    }
  }
}
