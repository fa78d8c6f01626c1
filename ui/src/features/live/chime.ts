// A short soft tone at the end of a block, made in place: no file, no network.

let audio: AudioContext | undefined

/** Plays two notes, a second long in all. */
export function chime(): void {
  audio ??= new AudioContext()
  const start = audio.currentTime
  for (const [at, frequency] of [
    [0, 660],
    [0.28, 880],
  ] as const) {
    const tone = audio.createOscillator()
    const loudness = audio.createGain()
    tone.frequency.value = frequency
    loudness.gain.setValueAtTime(0, start + at)
    loudness.gain.linearRampToValueAtTime(0.18, start + at + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.0005, start + at + 0.7)
    tone.connect(loudness).connect(audio.destination)
    tone.start(start + at)
    tone.stop(start + at + 0.75)
  }
}
