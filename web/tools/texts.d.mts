import type { Plugin } from 'vite';

export const TEXTS: string;
export function textFiles(language: string, face?: 'page' | 'desk' | 'guide'): string[];
export function texts(): Plugin;
