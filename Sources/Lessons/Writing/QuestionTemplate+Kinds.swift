import Documents

/// What each kind of question has of its own, its question first: right in the first lesson as it stands.

extension ChoiceQuestion {
  package static func template(_ t: TemplateTexts) -> String {
    """
    \(t.ask("What is this packet's TTL?", "이 패킷의 TTL은 얼마일까요?"))
    # A value (is), a sentence (text) or a text of the program (ref).
    right: {is: ip.ttl}
    # Two to six; the tag is the misconception, an entry of mistakes.yaml.
    wrong:
      - {is: ip.proto, tag: layer-mixup}
      - {is: ip.len, tag: layer-mixup}
    """
  }
}

extension MultiQuestion {
  package static func template(_ t: TemplateTexts) -> String {
    """
    \(t.ask("Which of these are in the IP header?", "IP 헤더에 있는 것을 모두 고르세요."))
    right:
      - text: \(t.both("where the packet comes from", "패킷의 출발지"))
      - text: \(t.both("how many routers it may still pass", "앞으로 지날 수 있는 라우터의 수"))
    wrong:
      - {text: \(t.both("which card gets the frame", "프레임을 받을 카드")), tag: layer-mixup}
      - {text: \(t.both("which program gets the data", "데이터를 받을 프로그램")), tag: layer-mixup}
    """
  }
}

extension NumberQuestion {
  package static func template(_ t: TemplateTexts) -> String {
    """
    \(t.ask("How many bytes does this packet carry after its IP header?", "IP 헤더 뒤에 실린 것은 몇 바이트일까요?"))
    right: "ip.len - ip.hdr_len"
    wrong:
      - {is: ip.len, tag: layer-mixup}
    # Answers with what must come of them.
    tests:
      - {give: "{{ip.len - ip.hdr_len}}", right: true}
      - {give: "{{ip.len}}", tag: layer-mixup}
    """
  }
}

extension TextQuestion {
  package static func template(_ t: TemplateTexts) -> String {
    """
    \(t.ask("What is an IP packet's counter of routers called, in three letters?", "IP 패킷이 지날 수 있는 라우터의 수를 적는 필드를 세 글자로 무엇이라고 할까요?"))
    # The first is shown; the glossary's spellings are accepted, too.
    right: [\(t.both("TTL", "TTL")), \(t.both("time to live", "time to live"))]
    wrong:
      - {text: \(t.both("MAC", "MAC")), tag: layer-mixup}
    """
  }
}

extension PickQuestion {
  package static func template(_ t: TemplateTexts) -> String {
    """
    \(t.ask("Point at the field by which routers send this packet on.", "라우터가 이 패킷을 전달할 때 보는 필드를 고르세요."))
    # A field, bytes (14-33), a row ("switch.mac[eth.dst]"), a device or an arc ("SYN-SENT -> ESTABLISHED").
    right: {field: ip.dst}
    wrong:
      - {field: eth.dst, tag: layer-mixup}
      - {field: ip.src, tag: source-destination-swap}
    """
  }
}

extension SpotQuestion {
  package static func template(_ t: TemplateTexts) -> String {
    """
    \(t.ask("One field of this packet is wrong. Point at it.", "이 패킷에는 틀린 필드가 하나 있습니다. 고르세요."))
    # Of these the seed takes one.
    corrupt:
      - set: {ip.dst: ip.src}
        why: \(t.both("It would go back to where it comes from.", "보낸 곳으로 되돌아가는 주소입니다."))
      - set: {ip.ttl: 0}
        why: \(t.both("It may not pass any router, and no host sends such a one.", "라우터를 하나도 지날 수 없습니다. 이런 패킷은 보내지 않습니다."))
    wrong:
      - {field: eth.dst, tag: layer-mixup}
    """
  }
}

extension OrderQuestion {
  package static func template(_ t: TemplateTexts) -> String {
    """
    \(t.ask("In which order are these sent?", "어떤 순서로 보낼까요?"))
    # In the right order; where all names are marks or steps, the run knows it.
    items:
      outside: \(t.both("the frame's header", "프레임의 헤더"))
      middle: \(t.both("the packet's header", "패킷의 헤더"))
      inside: \(t.both("what the packet carries", "패킷에 실린 것"))
    wrong:
      - {put: [middle, outside], tag: layer-mixup}
    """
  }
}

extension MatchQuestion {
  package static func template(_ t: TemplateTexts) -> String {
    """
    \(t.ask("Which value is whose?", "어느 값이 어느 필드의 것일까요?"))
    pairs:
      hops: {left: \(t.both("how far it may go", "얼마나 멀리 갈 수 있는지")), right: ip.ttl}
      length: {left: \(t.both("how long it is", "길이가 얼마인지")), right: ip.len}
    # No partner on the left.
    extra: [ip.proto]
    wrong:
      - {put: [hops, length], tag: layer-mixup}
    """
  }
}

extension ExplainQuestion {
  package static func template(_ t: TemplateTexts) -> String {
    """
    \(t.ask("Why does a packet need an address of its own, when the frame has one?", "프레임에 주소가 있는데 패킷에는 왜 따로 주소가 필요할까요?"))
    # Shown afterwards, to be ticked; each is a card.
    points:
      - {card: tour-frame-to-next-hop, text: \(t.both("the frame's address reaches the next hop only", "프레임의 주소는 다음 홉까지만 통한다"))}
      - {card: tour-what-a-router-changes, text: \(t.both("the packet's address stays the same all the way", "패킷의 주소는 끝까지 그대로다"))}
    """
  }
}

extension FillQuestion {
  package static func template(_ t: TemplateTexts) -> String {
    QuestionPart.template(t.ask("Fill in the TTL and the protocol.", "TTL과 프로토콜을 채우세요."))
  }
}

extension PredictQuestion {
  package static func template(_ t: TemplateTexts) -> String {
    QuestionPart.template(t.ask("What will the packet's header say?", "패킷의 헤더에는 무엇이 있을까요?"))
  }
}

extension QuestionPart {
  fileprivate static func template(_ ask: String) -> String {
    """
    \(ask)
    # What is asked for is its own answer, read at "in" (by default the step).
    parts:
      - what: ip.ttl
        wrong:
          - {is: ip.proto, tag: layer-mixup}
      - what: ip.proto
        wrong:
          - {is: ip.ttl, tag: layer-mixup}
    """
  }
}
