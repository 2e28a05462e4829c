import type { Plugin } from 'vite'

/**
 * Keeps everything that the entry imports statically in one chunk. By itself the bundler takes out what lazily loaded parts of
 * lazily loaded chunks share with it: the same code in several files, which compress worse (by 2.4 kB).
 */
export function firstViewChunk(): Plugin {
  const imports = new Map<string, readonly string[]>()
  const first = new Set<string>()
  const collect = (id: string) => {
    if (first.has(id)) return
    first.add(id)
    imports.get(id)?.forEach(collect)
  }
  return {
    name: 'scs-status:first-view-chunk',
    apply: 'build',
    buildStart() {
      imports.clear()
      first.clear()
    },
    buildEnd() {
      for (const id of this.getModuleIds()) imports.set(id, this.getModuleInfo(id)?.importedIds ?? [])
      for (const id of imports.keys()) if (this.getModuleInfo(id)?.isEntry) collect(id)
    },
    config: () => ({
      build: {
        rolldownOptions: {
          output: { codeSplitting: { groups: [{ name: id => (first.has(id) ? 'page' : null) }] } },
        },
      },
    }),
  }
}
