import type { Language } from '@qiao/i18n';

/** Two rising tones, then the sentence, where the device can speak. Silence is no fault: the row is on the screen. */
export function announce(sentence: string, language: Language): void {
  chime();
  if (!('speechSynthesis' in window)) return;
  const speech = new SpeechSynthesisUtterance(sentence);
  speech.lang = language;
  window.speechSynthesis.speak(speech);
}

let audio: AudioContext | null = null;

function chime(): void {
  try {
    audio ??= new AudioContext();
    tone(audio, 660, 0);
    tone(audio, 880, 0.14);
  } catch {
    // A device without sound.
  }
}

function tone(context: AudioContext, hertz: number, delay: number): void {
  const from = context.currentTime + delay;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0.0001, from);
  gain.gain.exponentialRampToValueAtTime(0.25, from + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, from + 0.32);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(from);
  oscillator.stop(from + 0.34);
}
