extension String {
  /// Full-width letters, digits and signs, which Korean and Japanese keyboards type, as the usual ones (Unicode block
  /// "Halfwidth and Fullwidth Forms").
  var withHalfWidthForms: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          switch scalar.value {
          case 0xff01...0xff5e: UnicodeScalar(scalar.value - 0xfee0) ?? scalar
          case 0x3000: " "
          default: scalar
          }
        }))
  }
}
