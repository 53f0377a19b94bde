import Analysis
import Documents
import Terminal

/// What the palette switches for this session; the settings file has it for all.
extension Model {
  mutating func switchTheme() -> Effect {
    let all = Theme.allCases
    theme = all[(all.firstIndex(of: theme)! + 1) % all.count]
    say(Texts.themeIs(theme))
    return .theme(theme)
  }

  mutating func switchMotion() {
    motion.toggle()
    say(motion ? Texts.motionIsOn : Texts.motionIsOff)
  }
}
