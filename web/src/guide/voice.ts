// What is heard and felt: spoken sentences, tones, vibration. Nothing sounds before somebody has
// touched the page: browsers forbid it, and the page says so.
import { language } from '../texts';

const SPEECH: Record<string, string> = { en: 'en', ja: 'ja-JP', uk: 'uk-UA', ru: 'ru-RU' };

/** A voice of this very device: others send what they read, a start perhaps, to somebody's server. */
function voiceOf(tag: string): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in globalThis)) return null;
  const wanted = (SPEECH[tag] ?? tag).slice(0, 2);
  return speechSynthesis.getVoices().find((one) => one.localService && one.lang.startsWith(wanted)) ?? null;
}

/** Whether this device can read that language aloud by itself. */
export const canSpeak = (tag: string = language()) => voiceOf(tag) !== null;

/** Reads sentences aloud, those before are broken off. */
export function say(sentences: string[], tag: string = language()): void {
  const voice = voiceOf(tag);
  if (!voice) return;
  speechSynthesis.cancel();
  for (const words of sentences) {
    const spoken = new SpeechSynthesisUtterance(words);
    spoken.voice = voice;
    spoken.lang = voice.lang;
    spoken.rate = 0.95;
    speechSynthesis.speak(spoken);
  }
}

/** Stops reading. */
export function hush(): void {
  globalThis.speechSynthesis?.cancel();
}

/** How a stage feels in the hand; a drill is felt otherwise than the real thing. */
const PULSES: Record<string, number[]> = {
  alarm: [800, 200, 800, 200, 800],
  attention: [300, 200, 300],
  drill: [120, 120, 120],
  turn: [200],
};

/** Lets the device vibrate, where it can. */
export function pulse(kind: string): void {
  try {
    navigator.vibrate?.(PULSES[kind] ?? []);
  } catch {
    // Not allowed before a touch.
  }
}

/** What a tone is made of: pitches in turn, seconds each, how often. */
const TONES: Record<string, { pitches: number[]; each: number; times: number; form: OscillatorType }> = {
  alarm: { pitches: [660, 880], each: 0.5, times: 12, form: 'square' },
  attention: { pitches: [740, 0], each: 0.25, times: 3, form: 'triangle' },
  // Three soft notes upwards: nobody takes them for the siren.
  drill: { pitches: [392, 494, 587, 0], each: 0.3, times: 2, form: 'sine' },
  lost: { pitches: [440, 330, 0], each: 0.35, times: 4, form: 'triangle' },
};

/** Makes tones once a touch has unlocked them. */
export class Tones {
  private context: AudioContext | null = null;
  private playing: OscillatorNode | null = null;

  /** Must be called from a touch. */
  async unlock(): Promise<boolean> {
    try {
      this.context ??= new AudioContext();
      await this.context.resume();
    } catch {
      this.context = null;
    }
    return this.isUnlocked;
  }

  get isUnlocked(): boolean {
    return this.context?.state === 'running';
  }

  /** Plays a tone; `false` where it cannot be heard. */
  play(kind: string): boolean {
    const tone = TONES[kind];
    if (!tone || !this.context || !this.isUnlocked) return false;
    this.stop();
    const sound = this.context.createOscillator();
    const volume = this.context.createGain();
    sound.type = tone.form;
    sound.connect(volume).connect(this.context.destination);
    let at = this.context.currentTime;
    for (let time = 0; time < tone.times; time++)
      for (const pitch of tone.pitches) {
        volume.gain.setValueAtTime(pitch ? 0.5 : 0, at);
        if (pitch) sound.frequency.setValueAtTime(pitch, at);
        at += tone.each;
      }
    sound.start();
    sound.stop(at);
    this.playing = sound;
    return true;
  }

  stop(): void {
    try {
      this.playing?.stop();
    } catch {
      // It has ended.
    }
    this.playing = null;
  }
}

/** Keeps the screen on, again after each return to the page, until it is let go. */
export class Awake {
  private lock: WakeLockSentinel | null = null;
  private isWanted = false;

  constructor() {
    document.addEventListener('visibilitychange', () => {
      if (this.isWanted && document.visibilityState === 'visible') void this.hold();
    });
  }

  get isHeld(): boolean {
    return this.lock !== null && !this.lock.released;
  }

  async hold(): Promise<boolean> {
    this.isWanted = true;
    try {
      this.lock = await navigator.wakeLock.request('screen');
    } catch {
      this.lock = null;
    }
    return this.isHeld;
  }

  async letGo(): Promise<void> {
    this.isWanted = false;
    await this.lock?.release().catch(() => {});
    this.lock = null;
  }
}
