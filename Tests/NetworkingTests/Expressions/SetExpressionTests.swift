import Testing

@testable import Networking

/// Sets, what is in them, and the relations that are words.
struct SetExpressionTests {
  @Test(arguments: [
    ("moment.ports == {2, 3}", "yes"), ("moment.ports == {3, 2, 3}", "yes"), ("moment.ports == {2}", "no"),
    ("moment.ports != {2}", "yes"), ("moment.ports == {2, 3, 4}", "no"), ("moment.ports == none", "no"),
    ("moment.port == none", "no"), ("{2} == 2", "yes"), ("2 == {2}", "yes"), ("2 != {2}", "no"),
    ("none == none", "yes"), ("switch.ports == {1, 2, 3}", "yes"), ("moment.ports in switch.ports", "yes"),
    ("switch.ports in moment.ports", "no"), ("switch.ports contains 3", "yes"),
    ("switch.ports contains {2, 3}", "yes"), ("switch.ports contains 4", "no"),
    ("tcp.dstport in {80, 443}", "yes"), ("tcp.port in {80, 443}", "yes"), ("tcp.srcport in {80, 443}", "no"),
    ("!(tcp.srcport in {80, 443})", "yes"), ("udp.srcport in {53}", "no"), ("tcp.port == {80, 51632}", "yes"),
    ("ip.src in 192.0.2.0/24", "yes"), ("ip.dst in {192.0.2.0/24, 203.0.113.7}", "no"),
    ("ip.dst in {192.0.2.0/24, 198.51.100.10}", "yes"), ("ip.dst in {ip.addr}", "yes"),
    ("laptop.routes[ip.dst].prefix contains ip.src", "yes"),
    ("moment.device == laptop", "yes"), ("moment.device == {laptop}", "yes"),
    ("moment.device in {laptop, router}", "yes"), ("moment.device == router", "no"),
    ("moment.device in {\"laptop\"}", "yes"), ("moment.device == you", "no"),
    ("{laptop, router} == {router, laptop}", "yes"), ("laptop == \"laptop\"", "yes"),
    ("moment.time in {1, 0.0015}", "yes"), ("count(moment.ports) == 2", "yes"), ("count(none) == 0", "yes"),
    ("eth.dst contains 00:00:5e", "yes"), ("eth.dst contains 5e:01", "no"),
    ("tcp.options contains 02:04", "yes"),
    ("moment.kind contains \"transmit\"", "yes"), ("moment.kind contains \"receive\"", "no"),
    ("moment.kind matches \"^phy\\\\.\"", "yes"), ("moment.kind matches \"PHY.*mit$\"", "yes"),
    ("moment.kind matches \"^transmit\"", "no"),
  ])
  func aConditionHoldsOrNot(text: String, expected: String) {
    #expect(ExpressionSample.test(text) == expected)
  }

  @Test(arguments: [
    ("moment.ports", "2, 3"), ("{3, 1, 2, 3}", "1, 2, 3"), ("none", "–"), ("switch.ports", "1, 2, 3"),
    ("{router, laptop}", "laptop, router"), ("{10, 9}", "9, 10"), ("count({1, 1, 2})", "2"), ("you", "you"),
    ("{tcp.port}", "80, 51632"), ("moment.milliseconds", "0.093"), ("laptop", "laptop"),
    ("{udp.srcport}", "1: the frame here has no udp.srcport"),
  ])
  func aSetIsWrittenWithCommas(text: String, expected: String) {
    #expect(ExpressionSample.value(text) == expected)
  }

  @Test(arguments: [
    ("{1, laptop} == 1", "4: the values of a set have one type, found 1 (a number) and laptop (a device)"),
    ("{{1}, 2} == 1", "1: a set holds values, found {1} (a set of numbers)"),
    ("{} == 1", "1: expected a value, found \"}\"; the empty set is written none"),
    ("{1, 2 == 1", "6: expected \"}\", found \"==\""), ("{1,, 2} == 1", "3: expected a value, found \",\""),
    ("moment.ports < {2}", "0: a set can only be compared with ==, != and in"),
    ("moment.ports == laptop", "0: cannot compare moment.ports (a set of numbers) with laptop (a device)"),
    (
      "moment.ports == {laptop}",
      "0: cannot compare moment.ports (a set of numbers) with {laptop} (a set of devices)"
    ),
    ("tcp.port in 80", "12: in needs a set like {80, 443} or a network, found 80 (a number)"),
    ("tcp.port in {laptop}", "0: cannot compare tcp.port (a number) with {laptop} (a set of devices)"),
    ("tcp.port contains 80", "0: tcp.port (a number) cannot contain 80 (a number)"),
    ("tcp.port matches \"8.\"", "0: matches needs a text, found tcp.port (a number)"),
    ("moment.kind matches 5", "20: matches needs a pattern in quotes, found 5 (a number)"),
    ("moment.kind matches \"a(b\"", "22: this group is not closed"),
    ("{1, 2} + 1 == 3", "0: + needs numbers, found {1, 2} (a set of numbers)"),
    ("in == 1", "0: \"in\" stands between two values"),
    (
      "moment.device in {\"labtop\"}",
      "17: no device is called \"labtop\"; did you mean \"laptop\"? (known: laptop, router, switch, you)"
    ),
    ("none", "0: expected a condition like none == …, found none (the empty set)"),
  ])
  func whatIsWrongIsSaidWithItsPlace(text: String, expected: String) {
    #expect(ExpressionSample.test(text) == expected)
  }

  @Test func oneValueEqualsTheSetOfIt() {
    let two = ExpressionValue.number(2)
    #expect(two.equals(.set(of: [two])) && ExpressionValue.set(of: [two]).equals(two))
    #expect(ExpressionValue.port("2").equals(two) && !ExpressionValue.port("eth0").equals(two))
    #expect(!two.equals(.set(of: [])) && !two.equals(.set(of: [two, .number(3)])))
    #expect(ExpressionValue.set(of: []).equals(.set(of: [])))
  }

  @Test(arguments: [
    ("abc", "xabcx", true), ("^abc$", "xabc", false), ("a|b|", "zzz", true), ("a.c", "a\nc", false),
    ("[^a-c]+", "abc", false), ("[^a-c]+", "abcd", true), ("[]x]", "]", true), ("[a-]", "-", true),
    ("(ab){2,3}$", "xababab", true), ("^(ab){2,3}$", "abababab", false), ("a{2}", "a", false),
    ("\\d+\\.\\d*", "v1.", true), ("\\W", "a_9", false), ("\\D", "123", false), ("\\s", "a b", true),
    ("[A-Z]", "q", true), ("KOREA", "korea", true), ("한.*국", "대한민국", true),
    ("(a*)*b", "aaaaaaaaaaaaaaaaaac", false),
    ("[\\d.]+$", "1.2", true), ("^$", "", true), ("a?b+c", "bbc", true),
  ])
  func aPatternIsFoundOrNot(pattern: String, text: String, isFound: Bool) throws {
    #expect(try TextPattern(pattern).isFound(in: text) == isFound)
  }

  @Test(arguments: [
    ("a)", "1: this \")\" closes nothing"), ("*a", "0: there is nothing to repeat"),
    ("a**", "2: this repeats a repetition; put it in parentheses"),
    ("[ab", "0: this \"[\" is not closed"), ("[b-a]", "2: this range goes backwards"),
    ("a{", "1: expected a repetition like {2} or {2,4}, at most 100"),
    ("a{3,2}", "1: expected a repetition like {2} or {2,4}, at most 100"),
    ("a{101}", "1: expected a repetition like {2} or {2,4}, at most 100"),
    ("\\q", "0: this backslash begins nothing that is known here"),
    ("\\", "0: this backslash begins nothing that is known here"),
    ("((((a{100}){100}){100}){100})", "0: this pattern is too long"),
    ("(((((){100}){100}){100}){100})", "0: this pattern is too long"),
  ])
  func whatIsWrongInAPatternIsSaidWithItsPlace(pattern: String, expected: String) {
    do throws(PatternError) {
      _ = try TextPattern(pattern)
      Issue.record("\(pattern) can be read")
    } catch { #expect("\(error.offset): \(error.message)" == expected) }
  }

  @Test func aPatternOfManyWaysTakesNoTime() throws {
    let pattern = try TextPattern(String(repeating: "(a|a)*", count: 20) + "b")
    #expect(!pattern.isFound(in: String(repeating: "a", count: 2000)))
  }
}
