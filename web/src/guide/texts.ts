// The sentences of the guide, one file a language.
import type { Loaders } from '../texts';

export const TEXTS: Loaders = {
  en: () => import('guide-texts:en'),
  ja: () => import('guide-texts:ja'),
  uk: () => import('guide-texts:uk'),
  ru: () => import('guide-texts:ru'),
};
