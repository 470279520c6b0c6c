// What is kept between visits: the language and the colours, nothing else; no place, no question.

import type { Theme } from './map/colours';
import { bestLanguage, isLanguage, type Language } from './texts';

/** Light, dark, or what the system says. */
export type ThemeChoice = Theme | 'system';

function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    // A browser that keeps nothing works all the same.
    return null;
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // As above.
  }
}

/** The language that was chosen, or the first that the browser asks for. */
export function keptLanguage(): Language {
  const tag = kept('language');
  return tag && isLanguage(tag) ? tag : bestLanguage(navigator.languages);
}

export const keepLanguage = (tag: Language) => keep('language', tag);

export function keptTheme(): ThemeChoice {
  const theme = kept('theme');
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export const keepTheme = (theme: ThemeChoice) => keep('theme', theme);

const systemDark = matchMedia('(prefers-color-scheme: dark)');

/** Light or dark, now. */
export function themeOf(chosen: ThemeChoice): Theme {
  if (chosen !== 'system') return chosen;
  return systemDark.matches ? 'dark' : 'light';
}

/** Calls when the system changes its mind. */
export function onSystemTheme(call: () => void): void {
  systemDark.addEventListener('change', call);
}
