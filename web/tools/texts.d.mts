import type { Plugin } from 'vite';

export const TEXTS: string;
export function textFiles(language: string): string[];
export function texts(): Plugin;
