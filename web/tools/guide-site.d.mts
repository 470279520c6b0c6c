import type { Plugin } from 'vite';

export function guideSite(): Plugin;
