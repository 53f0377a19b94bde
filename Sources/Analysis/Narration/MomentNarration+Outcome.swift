import Documents
import Networking

extension MomentNarration {
  /// What became of a what-if, in one sentence that names the moment which tells it.
  package func outcome(_ divergence: Divergence, fork: Timeline) -> String {
    func both(_ en: String, _ ko: String) -> LocalizedText { LocalizedText(en: en, ko: ko) }
    func told(_ number: Int) -> String {
      "\(SelectionNarration.moment(number, language)): " + whole(fork.moment(number))
    }
    let isDelayed = if case .delay? = fork.interventions.last?.whatIf { true } else { false }
    return switch divergence.reason {
    case .dropped(let number):
      both("It is dropped.", "버려집니다.")[language] + " " + told(number)
    case .icmpError(let number): both("An error comes back.", "오류가 돌아옵니다.")[language] + " " + told(number)
    case .reset(let number): both("The connection is reset.", "연결이 리셋됩니다.")[language] + " " + told(number)
    case .timer(let number): both("A timer runs out.", "타이머가 끝납니다.")[language] + " " + told(number)
    case .unanswered(let number): both("Nobody answers.", "아무도 응답하지 않습니다.")[language] + " " + told(number)
    case .failed(let number): both("A program fails.", "프로그램이 실패합니다.")[language] + " " + told(number)
    case .result(let number): both("The result differs.", "결과가 달라집니다.")[language] + " " + told(number)
    case .asked(let number): both("It comes to an end.", "끝까지 갑니다.")[language] + " " + told(number)
    case .moved(let number):
      both("The same happens, in another order.", "같은 일이 다른 순서로 일어납니다.")[language] + " " + told(number)
    case .missing(let number):
      both("Moment \(number) of the original never happens.", "원래의 \(number)번 순간이 일어나지 않습니다.")[language]
    case .different(let number):
      both("Things take another course.", "다르게 흘러갑니다.")[language] + " " + told(number)
    case .nobodyMinds where isDelayed:
      both("Only the times differ: the same happens later.", "시각만 다릅니다. 같은 일이 더 늦게 일어납니다.")[language]
    case .nobodyMinds:
      both(
        "Only the bytes differ: nobody on the way looks at them.", "바이트만 다릅니다. 가는 길에 아무도 그 값을 보지 않습니다.")[
          language]
    case .endless:
      both("This fork was not recorded to its end.", "이 갈래는 끝까지 기록되지 않았습니다.")[language]
    }
  }
}
