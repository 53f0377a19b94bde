import Documents

extension WritingRule {
  private static let things =
    "(?:frames?|panes?|match(?:es)?|stops?|segments?|datagrams?|packets?|requests?|responses?|questions?|tr(?:y|ies)"
    + "|hops?|rows?|moments?|cables?|names?|nothing)"

  /// Rules of grammar and style.
  static let english = [
    WritingRule(
      .en, "\\b\(things) before(?=[.,;:!?)\"]|$| (?:that|this one|to compare|this[.,]|on)\\b)",
      "previous or earlier stands in front: the previous frame",
      wrong: ["Go to the frame before on any cable.", "pane before", "no frame before this one"],
      right: ["the frame before it crosses", "the previous frame", "A question is asked before you go on."]),
    WritingRule(
      .en, "◇ before,", "previous stands in front: the previous ◇",
      wrong: ["In ◇: the ◇ before, the ◇ now"], right: ["the previous ◇, the ◇ now"]),
    WritingRule(
      .en, "\\bbehind\\b(?! (?:this|the|a) name\\b)", "of order, time or place: after, past, at",
      wrong: ["Bytes behind the payload", "a MAC address is behind two ports"],
      right: ["the IP address behind this name", "Bytes after the payload"]),
    WritingRule(
      .en, "(?<![Tt]here )\\b(?:is|are|was|were) no\\b(?! (?:longer|more|less)\\b)", "is not a",
      wrong: ["It is no MAC address.", "this one is no router"],
      right: ["There is no cable", "there are no bytes", "it is no longer there", "It is not a MAC address."]),
    WritingRule(
      .en,
      "\\b(?:stands?|stood) (?:in|there|at|on|already|twice|before it)\\b|\\bas it stands\\b|\\bstood before\\b",
      "of data: is, is set, is written",
      wrong: ["It stands in the network file.", "the order as it stands"],
      right: ["each stands for a picture", "standard", "where you stand", "they stand beside each other"]),
    WritingRule(
      .en, "(?:^|[.;,:] )(?:[Aa]n )?[Ee]mpty line(?: (?:goes|shows|ends)|:)", "Enter",
      wrong: ["An empty line goes on", "empty line: go on"],
      right: ["after the empty line", "on an empty line it gives a hint"]),
  ]

  /// Forbidden, written instead.
  static let englishTerms = terms(
    .en,
    [
      ("\\b[Ll]ooks on(?=[.:;]|$)", "keeps looking", "Enter looks on.", nil),
      ("\\banew\\b", "again", "Draw everything anew.", "Draw everything again."),
      ("\\bturned round\\b", "inverted", "every bit turned round", "every bit inverted"),
      ("\\bturned back\\b", "converted", "Korean input turned back", nil),
      ("\\bbecomes? of\\b|\\bbecame of\\b", "happens to, happened to", "choose what becomes of it", nil),
      ("\\bother way round\\b", "in reverse", "it goes the other way round", nil),
      (
        "\\bgoes another way\\b|\\bis another\\b(?= *[.:;,]|$)", "differs", "The result is another.",
        "is another host"
      ),
      ("\\b(?:at|[Ii]n) hand\\b", "here, current", "No frame at hand here", "handed over"),
      ("\\bwhole way\\b", "whole journey", "That was the whole way", nil),
      ("\\b(?:[Tt]ake|[Ll]eave)s? the line\\b", "accept, cancel", "Take the line as it is", nil),
      (
        "\\b(?:number|pointer|redirect|RST|reset|first|value) counts\\b", "is valid",
        "The ACK number counts.", nil
      ),
      ("\\b[Ss]orts? of\\b", "kind of", "The sort of question", nil),
      ("\\b[Hh]ow often\\b", "How many times", "How often this ACK was repeated", nil),
      ("\\bout of all\\b", "to all", "sends it out of all other ports", nil),
      ("\\bbytes are in\\b", "received", "◇ bytes are in", nil),
      ("\\bkn(?:ow|ows|ew) nothing of\\b", "nothing about", "TCP knows nothing of pages.", nil),
      (
        "\\bserver in charge\\b|\\bservers in charge\\b", "authoritative server", "a server in charge of it",
        nil
      ),
      ("\\bheard of\\b", "heard from; was told of", "has not been heard of for a while", nil),
      ("\\bagain for nothing\\b", "needlessly", "Sent again for nothing.", nil),
      ("\\bA RST\\b|\\ba RST\\b", "an RST", "A RST is accepted", "An RST is accepted"),
    ])
}
