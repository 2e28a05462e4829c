import type { UserConfig } from 'vite'

/** How the pieces of the status (statusView) are compiled, everywhere: to calls of the `h` that they import from `#h`. */
export const jsx = { runtime: 'classic', pragma: 'h', development: false } as const

/**
 * For a script without Vue: its pieces are made by an `h` for the bare DOM.
 * @param source the folder of the sources
 */
export const jsxPieces = (source: string): UserConfig => ({
  oxc: { jsx },
  resolve: { alias: { '@': source, '#h': `${source}/statusView/dom.ts` } },
})
