import type { Plugin } from 'vite'

/** What the status page asks for as soon as it stands: in one file, since each small one costs its headers. */
const SOON = /\/(?:LateNotices|StatusCalls|DayPopover|SettingsPanel|ComponentTable)\.vue$/

/**
 * Keeps everything that the entry imports statically in one chunk. By itself the bundler takes out what lazily loaded parts of
 * lazily loaded chunks share with it: the same code in several files, which compress worse (by 2.4 kB).
 */
export function firstViewChunk(): Plugin {
  const imports = new Map<string, readonly string[]>()
  const first = new Set<string>()
  const soon = new Set<string>()
  const collect = (into: Set<string>) => (id: string) => {
    if (first.has(id) || into.has(id)) return
    into.add(id)
    imports.get(id)?.forEach(collect(into))
  }
  return {
    name: 'scs-status:first-view-chunk',
    apply: 'build',
    buildStart() {
      imports.clear()
      first.clear()
      soon.clear()
    },
    buildEnd() {
      for (const id of this.getModuleIds()) imports.set(id, this.getModuleInfo(id)?.importedIds ?? [])
      const ids = [...imports.keys()]
      ids.filter(id => this.getModuleInfo(id)?.isEntry).forEach(collect(first))
      ids.filter(id => SOON.test(id)).forEach(collect(soon))
    },
    config: () => ({
      build: {
        rolldownOptions: {
          output: { codeSplitting: { groups: [{ name: id => (first.has(id) ? 'page' : soon.has(id) ? 'soon' : null) }] } },
        },
      },
    }),
  }
}
